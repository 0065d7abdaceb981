"""Signs of who supplies and who distributes: what stands right after or right before the name of a party.

Each cue is (weight, side, pattern): 5 decides, 2 helps. The patterns run over a text in which every mention of a party
is masked by one private-use character; `{other}` is such a character."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

Side = Literal["supplier", "distributor"]
CueTable = tuple[tuple[float, Side, str], ...]

MASK = 0xE000  # the character of party number 0; party n has MASK + n
_OTHER = r"(?:the\s+)?[\ue000-\ue03f]"

# What may stand between a party and its verb.
_AUX = (
    r"(?:(?:shall|will|may|must|hereby|also|further|does|do|can|has|have|had|is|be|been|agrees?"
    r"|undertakes?|covenants?|desires?|desirous|wish(?:es)?"
    r"|wants?|seeks?|intends?|to|of|and|only|not|at\s+all\s+times|its|own|expense|in|turn|expressly"
    r"|commits?|continue|obligated|entitled|authori[sz]ed"
    r"|required|responsible|for|the\s+right|thereby|agreed|promptly|diligently|actively|the"
    r"|an?|option|business|engaged)\s+){0,8}?"
)
_SUB = r"(?<!sub-)(?<!sub)(?<!sub )"
_CHANNEL = (
    r"\b" + _SUB + r"(?:distributors?|resellers?|dealers?|agents?|representatives?|franchisees?|VAR|value[\s-]added"
    r"|channel\s+partners?|distributorship"
    r"|licensees?|wholesalers?|importers?|stockists?|concessionaires?|marketing\s+(?:partner|affiliate)s?|remarketers?|OEM)\b"
)
_GOODS = r"(?:[\w-]+\s+){0,5}?(?:Products?|PRODUCTS?|Goods|Units|Equipment|Devices?|quantit\w+)"

# Cues of rights in works, designs and marks. Where one side only makes the goods to the other's order they point the
# wrong way: the buyer owns the design and licenses it to the maker.
_GRANTS = (
    r"(?:grants?|gives?|sub-?licenses?|licenses?)\s+(?:and\s+\w+\s+)?(?:to\s+)?{other}[^.;]{0,120}?\b"
    r"(?:right|licen[cs]e|authority|franchise)"
)
_LETS = r"(?:permits?|allows?)\s+{other}\s+to\s+(?:use|market|distribute|re-?sell|sell)\b"
_AUTHORIZES = r"(?:appoints?|authori[sz]es?|grants?|licenses?)\s+(?:and\s+\w+\s+)?(?:to\s+)?{other}"
_OWNS = r"(?:developed|owns?\b|owner|designs\b|publish(?:es|er)|licensor|franchisor)"
_HIS = r"\s*'s?\s+(?:\w+\s+)?(?:products?|software|technology|trade\s+names?)\b"
_GRANTEE = r"\b(?:grants?|granted|granting|licensed|licenses|authori[sz]es?)\s+(?:and\s+\w+\s+)?(?:to\s+)?(?:the\s+)?"
_GRANTED_BY = r"\b(?:appointed|designated|authori[sz]ed|granted)\s+(?:\w+\s+){0,6}?by\s+(?:the\s+)?"
_OWNED_BY = r"\b(?:developed|owned|licensed|offered|published)\s+(?:to\s+{other}\s+)?(?:\w+\s+)?by\s+(?:the\s+)?"
_RIGHTS = frozenset((_GRANTS, _LETS, _AUTHORIZES, _OWNS, _HIS, _GRANTEE, _GRANTED_BY, _OWNED_BY))

# A verb of the party: "<party> (shall, hereby, agrees to …) VERB".
VERBS: CueTable = (
    (
        5,
        "supplier",
        r"(?:re-?)?(?:appoints?|designates?|engages?|retains?|authori[sz]es?|names?|grants?)\s+"
        r"(?:and\s+\w+\s+)?(?:to\s+)?{other}[^.;]{0,90}?" + _CHANNEL,
    ),
    (5, "supplier", _GRANTS),
    (4, "supplier", _LETS),
    (3, "supplier", _AUTHORIZES),
    (1, "supplier", r"(?:engages?|retains?|designates?)\s+{other}"),
    (2, "supplier", r"appoints?\b[^.;]{0,40}?" + _CHANNEL),
    (
        4,
        "supplier",
        r"(?:sells?|suppl(?:y|ies)|manufactures?|ships?|delivers?)\s+(?:and\s+\w+\s+)?[^.;]{0,60}?\b"
        r"(?:to|for)\s+{other}",
    ),
    (
        2,
        "supplier",
        r"(?:provides?|make\s+available|makes\s+available|furnish|license|train)\s+[^.;]{0,60}?\bto\s+{other}",
    ),
    (3, "supplier", r"(?:manufactur(?:es?|ing|ed|er)|produc(?:es?|ing|ed|er))"),
    (3, "supplier", _OWNS),
    (
        5,
        "distributor",
        r"accepts?\s+(?:such|the|this|said|its|that)?\s*(?:\w+\s+)?(?:appointment|engagement|grant"
        r"|designation|licen[cs]e)",
    ),
    (
        5,
        "distributor",
        r"(?:act|serve|operate|function|become|becoming|appointed|retained)\s+(?:[\w,-]+\s+){0,7}?" + _CHANNEL,
    ),
    (5, "distributor", r"(?:purchas(?:e|es|ed|ing)|orders?|buys?|acquire)\s+[^.;]{0,90}?\bfrom\s+{other}"),
    (3, "distributor", r"(?:purchas(?:e|es|ing)|buys?|order)\s+" + _GOODS),
    (
        4,
        "distributor",
        r"(?:use|exert|devote|exercise)\s+(?:[\w,'-]+\s+){0,6}?(?:efforts|endeavou?rs)\s+(?:[\w,]+"
        r"\s+){0,5}?(?:promot|market|sell|sale|distribut|resell|solicit)",
    ),
    (
        4,
        "distributor",
        r"(?:re-?sells?|reselling|re-?distribut\w+|distributes?|distributing|remarkets?|solicit"
        r"\s+(?:orders|sales|customers))\b",
    ),
    (
        3,
        "distributor",
        r"(?:markets?|marketing|promot(?:e|es|ing))\s+(?:[\w,-]+\s+){0,8}?(?:products?|software"
        r"|goods|services?|system)\b",
    ),
    (
        2,
        "distributor",
        r"(?:maintain|keep|carry|stock)\s+[^.;]{0,40}?\b(?:inventory|stocks?|sales\s+(?:force|staff|organi[sz]ation))",
    ),
    (
        2,
        "distributor",
        r"(?:submit|provide|furnish|deliver|give|send)\s+(?:to\s+)?(?:{other}\s+)?[^.;]{0,60}?\b"
        r"(?:forecasts?|(?:sales|quarterly|monthly|inventory|royalty)\s+reports?)",
    ),
    (2, "supplier", r"pay\s+(?:to\s+)?{other}\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}commission"),
    (
        3,
        "distributor",
        r"pays?\s+(?:to\s+)?{other}[^.;]{0,60}?\b(?:royalt|purchase\s+price|prices?|franchise\s+fee"
        r"|for\s+(?:the\s+|all\s+)?(?:Products?|Goods|Units))",
    ),
    (2, "distributor", r"(?:register|remove|alter|deface)\s[^.;]{0,60}?(?:mark|name|notice|label)"),
    (
        3,
        "supplier",
        r"warrants?\s+(?:to\s+{other}\s+)?that\s+(?:the\s+|all\s+|each\s+)?(?:Products?|Goods|Software"
        r"|Equipment|Units)",
    ),
)
# What follows the party at once.
TAILS: CueTable = (
    (
        3,
        "supplier",
        r"\s*'s?\s+(?:then[\s-]current\s+|published\s+|standard\s+|suggested\s+|current\s+)*(?:price"
        r"\s+list|list\s+prices?|factory|catalog|warehouse|trade\s?marks)\b",
    ),
    (1, "supplier", _HIS),
    (
        3,
        "distributor",
        r"\s*'s?\s+(?:minimum|purchases?\b(?!\s+price)|resale|sub-?distributors|dealers|stock|inventory"
        r"|purchase\s+orders?|sales\s+(?:force|staff|of)"
        r"|marketing\s+(?:efforts|activities)|distribution\s+(?:rights|network))\b",
    ),
    (
        3,
        "supplier",
        r",?\s+(?:is|has\s+been)\s+(?:(?:an?|the|in|engaged|business|of|leading|sole|exclusive|contract|and"
        r"|worldwide|\w+ly)\s+){0,6}"
        r"(?:manufactur|developer|producer|licensor|supplier|vendor|publisher|proprietor|franchisor"
        r"|develop|design|produc)",
    ),
    (
        5,
        "distributor",
        r",?\s+(?:is|has\s+been)\s+(?:(?:an?|the|in|hereby|business|of|leading|\w+ly)\s+){0,5}(?:distributor"
        r"|reseller|wholesaler|importer|dealer)\b",
    ),
)
# What stands before the party.
BEFORE: CueTable = (
    (5, "distributor", r"\b(?:appoint(?:s|ed)?|appointment\s+of)\s+(?:the\s+)?"),
    (1, "distributor", r"\b(?:designates?|engages?|retains?)\s+(?:the\s+)?"),
    (4, "distributor", _GRANTEE),
    (5, "supplier", _GRANTED_BY),
    (
        4,
        "supplier",
        r"\b(?:purchas\w+|order(?:s|ed)?|bought|buy|acquire[ds]?|obtain\w*|source[ds]?)\s+(?:[\w,]+"
        r"\s+){0,9}?from\s+(?:the\s+)?",
    ),
    (
        3,
        "supplier",
        r"\b(?:manufactured|produced|supplied|sold|shipped|delivered)"
        r"\s+(?:to\s+{other}\s+)?(?:\w+\s+)?by\s+(?:the\s+)?",
    ),
    (3, "supplier", _OWNED_BY),
    (
        3,
        "distributor",
        r"\b(?:sold|supplied|suppl(?:y|ies)|sells?|shipped|delivered|ships?|delivers?|invoiced?s?)"
        r"\s+(?:\w+\s+){0,5}?to\s+(?:the\s+)?",
    ),
    (3, "distributor", r"\b(?:purchased|ordered|resold|re-?distributed)\s+by\s+(?:the\s+)?"),
    (2, "supplier", r"\b(?:products?|trade\s?marks|software|marks|trade\s+names)\s+(?:\w+\s+)?of\s+(?:the\s+)?"),
    (2, "supplier", r"\b(?:royalt\w+)\s+(?:\w+\s+){0,3}?to\s+(?:the\s+)?"),
)

SUPPLIER_WORDS = frozenset(
    "supplier manufacturer vendor principal licensor seller producer franchisor owner grantor "
    "developer exporter company publisher provider".split()
)
DISTRIBUTOR_WORDS = frozenset(
    """distributor dealer reseller licensee importer agent buyer purchaser master-distributor var concessionaire
    franchisee sub-distributor subdistributor value-added-reseller wholesaler sales-representative
    master-franchisee sublicensee area-developer remarketer oem sales-agent channel-partner partner
    representative customer agency broker broker-dealer sub-agent affiliate marketing-affiliate
    marketing-partner""".split()
)
# Words that settle the matter by themselves.
PLAIN_WORDS = frozenset(
    """supplier licensor franchisor manufacturer vendor distributor dealer reseller licensee franchisee
    sub-distributor subdistributor value-added-reseller var wholesaler master-distributor sales-representative
    agent agency importer remarketer channel-partner marketing-affiliate marketing-partner""".split()
)
WEAK_WORDS = frozenset(
    "company owner developer provider partner customer representative buyer purchaser broker affiliate".split()
)


def _joined(cues: Sequence[tuple[float, Side, str]], prefix: str) -> str:
    return "|".join(f"(?P<{prefix}{n}>{pattern.replace('{other}', _OTHER)})" for n, (_, _, pattern) in enumerate(cues))


AFTER_PARTY = re.compile(
    r"(?:" + _joined(TAILS, "t") + r"|(?:\s*,[^,.;]{0,60},)?\s+" + _AUX + r"(?:" + _joined(VERBS, "v") + r"))", re.I
)
BEFORE_PARTY = re.compile(r"(?:" + _joined(BEFORE, "b") + r")\Z", re.I)
BEFORE_LAST = ("by", "from", "to", "of", "appoint", "designate", "engage", "retain", "grant", "licen", "authori")
BEFORE_FIRST = frozenset(
    """app des eng ret gra lic aut pur ord bou buy acq obt sou man dev pro sup sol own off pub shi del sel inv res
    red re- tra sof mar roy""".split()
)
_TABLES = {"t": TAILS, "v": VERBS, "b": BEFORE}
APPOINTS = "v0"  # the cue of "<party> appoints <the other> its distributor"
LICENSES = "v1"  # of "<party> grants <the other> a right"
OF_RIGHTS = frozenset(
    f"{prefix}{n}" for prefix, cues in _TABLES.items() for n, (_, _, pattern) in enumerate(cues) if pattern in _RIGHTS
)


def cue(group: str) -> tuple[float, Side]:
    """Weight and side of the cue whose named group matched."""
    weight, side, _ = _TABLES[group[0]][int(group[1:])]
    return weight, side
