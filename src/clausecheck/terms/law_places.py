"""Names of states and countries whose law a contract may choose, in any form a lawyer writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|District of Columbia|Florida|Georgia|"
    "Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|"
    "Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|"
    "North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Puerto Rico|Rhode Island|South Carolina|South Dakota|Tennessee|"
    "Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Guam|"
    "Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland|Nova Scotia|Ontario|Prince Edward Island|Quebec|"
    "Québec|Saskatchewan|New South Wales|Queensland|South Australia|Tasmania|Victoria|Western Australia"
).split("|")
COUNTRIES = (
    "England and Wales|England & Wales|England|Wales|Scotland|Northern Ireland|United Kingdom|Great Britain|Ireland|"
    "Germany|France|Italy|Spain|Portugal|Netherlands|Holland|Belgium|Luxembourg|Switzerland|Austria|Liechtenstein|"
    "Sweden|Norway|Denmark|Finland|Iceland|Poland|Czech Republic|Slovakia|Slovenia|Hungary|Romania|Bulgaria|Greece|"
    "Cyprus|Malta|Croatia|Serbia|Estonia|Latvia|Lithuania|Ukraine|Russian Federation|Russia|Turkey|Türkiye|Israel|"
    "Egypt|Lebanon|Jordan|Saudi Arabia|United Arab Emirates|Dubai|Abu Dhabi|Kuwait|Qatar|Bahrain|Oman|Iran|Iraq|"
    "Morocco|Tunisia|Nigeria|Ghana|Kenya|South Africa|India|Pakistan|Bangladesh|Sri Lanka|Kazakhstan|"
    "People's Republic of China|China|PRC|P.R.C.|Hong Kong|Macau|Taiwan|Republic of China|R.O.C.|Japan|"
    "Republic of Korea|South Korea|Korea|Singapore|Malaysia|Thailand|Vietnam|Indonesia|Philippines|Australia|"
    "New Zealand|Canada|Mexico|Brazil|Argentina|Chile|Colombia|Peru|Venezuela|Ecuador|Uruguay|Panama|Costa Rica|"
    "Guatemala|Dominican Republic|Jamaica|Bahamas|Barbados|Bermuda|Cayman Islands|British Virgin Islands|"
    "Virgin Islands|Jersey|Guernsey|Isle of Man|Gibraltar|Mauritius|Marshall Islands|Liberia"
).split("|")
UNION = ("United States of America", "United States", "U.S.A.", "USA", "U.S.")
FULL = {
    "PRC": "People's Republic of China", "P.R.C.": "People's Republic of China", "R.O.C.": "Taiwan",
    "USA": "United States", "U.S.A.": "United States", "U.S.": "United States",
}  # fmt: skip
NATIONAL = {
    "English": "England", "French": "France", "German": "Germany", "Italian": "Italy", "Spanish": "Spain",
    "Dutch": "Netherlands", "Belgian": "Belgium", "Swiss": "Switzerland", "Austrian": "Austria", "Swedish": "Sweden",
    "Norwegian": "Norway", "Danish": "Denmark", "Finnish": "Finland", "Japanese": "Japan", "Chinese": "China",
    "Korean": "Korea", "Israeli": "Israel", "Indian": "India", "Irish": "Ireland", "Scottish": "Scotland",
    "Scots": "Scotland", "Welsh": "Wales",
    "Canadian": "Canada", "Australian": "Australia", "Mexican": "Mexico", "Brazilian": "Brazil", "Russian": "Russia",
}  # fmt: skip
NATIONAL_WORD = re.compile(r"\b(" + "|".join(NATIONAL) + r")\s+(?:\w+\s+)?$")


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted((*STATES, *COUNTRIES, *UNION), key=len, reverse=True)
    wide = [r"\s+".join(re.escape(word) for word in name.split()) for name in names]
    return re.compile(r"(?<![\w.])(?:" + "|".join(wide) + r")(?!\w)", re.IGNORECASE)


def named_places(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
    """(start, end, name) of every state or country written with a capital letter, in order."""
    for match in _pattern().finditer(text, start, len(text) if end is None else end):
        found = match.group()
        if found[0].isupper():
            name = " ".join(found.split())
            yield match.start(), match.end(), name.title() if name.isupper() and len(name) > 5 else name
