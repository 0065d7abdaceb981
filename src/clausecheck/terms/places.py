"""Names of states and regions as contracts write them, each with the short code under which rules speak of its law.

Codes are ISO 3166 (small letters), `uk` for the United Kingdom, `eu` and `eea` besides each member's own code, `us-wi`
and the like for single states of the USA, and `worldwide`. Regions stand for the states in them whose law rules know.
"""

from __future__ import annotations

EU = tuple("at be bg hr cy cz dk ee fi fr de gr hu ie it lv lt lu mt nl pl pt ro sk si es se".split())
EEA = (*EU, "no", "is", "li")
GULF = ("ae", "sa", "kw", "om", "qa", "bh")
LEVANT = ("lb", "jo", "sy", "ps", "il")
NORTH_AFRICA = ("eg", "ma", "dz", "tn", "ly")
LATIN_AMERICA = tuple("mx br ar cl co pe ve ec bo py uy cr gt hn sv ni pa do pr".split())
CARIBBEAN = ("pr", "do", "jm", "tt", "bs", "vi")
SOUTH_EAST_ASIA = ("id", "my", "ph", "sg", "th", "vn", "bn", "kh", "la", "mm")
NORTH_ASIA = ("jp", "kr", "cn", "tw", "hk")
OCEANIA = ("au", "nz")
EUROPE = (*EEA, "uk", "ch", "tr", "ua", "rs", "ru")
MIDDLE_EAST = (*GULF, *LEVANT, "eg", "iq", "tr", "ye", "ir")
ASIA_PACIFIC = (*NORTH_ASIA, *SOUTH_EAST_ASIA, *OCEANIA, "in")

_COUNTRIES = """
jp Japan|日本|日本国
kr South Korea|Republic of Korea|ROK|Korea|韓国
kp North Korea
cn China|People's Republic of China|PRC|P.R.C.|中国
tw Taiwan|Republic of China|台湾
hk Hong Kong|Hong Kong SAR|香港
mo Macau|Macao
at Austria
be Belgium|ベルギー
bg Bulgaria
hr Croatia
cy Cyprus
cz Czech Republic|Czechia
dk Denmark
ee Estonia
fi Finland
fr France|フランス
de Germany|Federal Republic of Germany|ドイツ
gr Greece
hu Hungary
ie Ireland|Republic of Ireland|Eire
it Italy|イタリア
lv Latvia
lt Lithuania
lu Luxembourg|Luxemburg
mt Malta
nl Netherlands|The Netherlands|Holland
pl Poland
pt Portugal
ro Romania
sk Slovakia|Slovak Republic
si Slovenia
es Spain
se Sweden
no Norway
is Iceland
li Liechtenstein
uk United Kingdom|UK|U.K.|Great Britain|England|England and Wales|Scotland|Wales|Northern Ireland|英国
ch Switzerland
tr Turkey|Türkiye|Turkiye
ua Ukraine
rs Serbia
ru Russia|Russian Federation
ae United Arab Emirates|UAE|U.A.E.|Dubai|Abu Dhabi|Northern Emirates|アラブ首長国連邦
sa Saudi Arabia|Kingdom of Saudi Arabia|KSA
kw Kuwait
om Oman
qa Qatar
bh Bahrain
lb Lebanon
jo Jordan|Hashemite Kingdom of Jordan
sy Syria
ps Palestine|Palestinian Authority|Palestinian Territories
il Israel
iq Iraq
ir Iran
ye Yemen
eg Egypt
ma Morocco
dz Algeria
tn Tunisia
ly Libya
za South Africa
ng Nigeria
ke Kenya
in India
pk Pakistan
bd Bangladesh
id Indonesia
my Malaysia
ph Philippines
sg Singapore
th Thailand
vn Vietnam|Viet Nam
bn Brunei
kh Cambodia
la Laos
mm Myanmar|Burma
au Australia
nz New Zealand
ca Canada|Ontario|British Columbia|Quebec|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick
mx Mexico
br Brazil
ar Argentina
cl Chile
co Colombia
pe Peru
ve Venezuela
ec Ecuador
bo Bolivia
py Paraguay
uy Uruguay
cr Costa Rica
gt Guatemala
hn Honduras
sv El Salvador
ni Nicaragua
pa Panama
do Dominican Republic
pr Puerto Rico|Commonwealth of Puerto Rico
jm Jamaica
tt Trinidad and Tobago|Trinidad
bs Bahamas
vi Virgin Islands|U.S. Virgin Islands
gu Guam
ge Republic of Georgia
us United States|United States of America|USA|U.S.A.|U.S.|US|米国|アメリカ合衆国
"""

_REGIONS: dict[str, tuple[str, ...]] = {
    "European Union|EU|E.U.|European Community|Common Market": EU,
    "European Economic Area|EEA|E.E.A.": EEA,
    "Europe|欧州|Continental Europe|Western Europe": (*EEA, "uk", "ch"),
    "Benelux|ベネルクス": ("be", "nl", "lu"),
    "DACH": ("de", "at", "ch"),
    "Nordics|Nordic Countries|Scandinavia": ("dk", "fi", "se", "no", "is"),
    "Iberia|Iberian Peninsula": ("es", "pt"),
    "EMEA": (*EUROPE, *MIDDLE_EAST, *NORTH_AFRICA, "za"),
    "MENA|Middle East and North Africa": (*MIDDLE_EAST, *NORTH_AFRICA),
    "Middle East|中東": MIDDLE_EAST,
    "GCC|Gulf Cooperation Council|Gulf States|Arabian Gulf|湾岸諸国": GULF,
    "Levant": LEVANT,
    "Latin America|LATAM|South and Central America": LATIN_AMERICA,
    "Central America": ("cr", "gt", "hn", "sv", "ni", "pa"),
    "South America": ("br", "ar", "cl", "co", "pe", "ve", "ec", "bo", "py", "uy"),
    "North America": ("us", "ca", "mx"),
    "Caribbean": CARIBBEAN,
    "APAC|Asia Pacific|Asia-Pacific|Asia/Pacific|Pacific Rim|Far East": ASIA_PACIFIC,
    "Asia|アジア": (*NORTH_ASIA, *SOUTH_EAST_ASIA, "in"),
    "Southeast Asia|South East Asia|South-East Asia|ASEAN|東南アジア": SOUTH_EAST_ASIA,
    "Kansai|Kanto|Hokkaido|Kyushu|Shikoku|Tokyo|Osaka|関東|関西|日本全国|日本国内": ("jp",),
}
WORLD = ("worldwide", "world-wide", "the world", "all countries", "global", "全世界")
POSSESSIONS = ("pr", "vi", "gu")
"""What "the United States and its territories and possessions" holds besides the states."""

US_STATES = tuple(
    """Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois
    |Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri
    |Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma
    |Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington
    |West Virginia|Wisconsin|Wyoming|District of Columbia""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)
STATE_CODES = {"Wisconsin": "us-wi"}
"""Single states whose law rules know."""
GEORGIA_ABROAD = ("am", "az", "ru", "ua", "tr")
_CAUCASUS = "am Armenia\naz Azerbaijan\n"


def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for line in (_COUNTRIES + _CAUCASUS).strip().splitlines():
        code, _, names = line.partition(" ")
        for name in names.split("|"):
            table[name] = (code,)
    for names, codes in _REGIONS.items():
        for name in names.split("|"):
            table[name] = codes
    for state in US_STATES:
        table[state] = ("us", STATE_CODES[state]) if state in STATE_CODES else ("us",)
    for name in WORLD:
        table[name] = ("worldwide",)
    return table


CODES: dict[str, tuple[str, ...]] = _table()
"""Name → codes, without `eu` and `eea`, which `with_unions` adds."""


def with_unions(codes: set[str]) -> set[str]:
    """The codes, with `eu` and `eea` where a member is among them."""
    unions = {name for name, members in (("eu", EU), ("eea", EEA)) if codes & set(members)}
    return codes | unions
