"""Signs of who supplies and who distributes: what stands right after or right before the name of a party.

Each cue is (weight, side, pattern). Weights follow the importance of the wording: 5 decides, 2 helps. `{other}` stands
for the names of the other party or parties."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Side = Literal["supplier", "distributor"]

_AUX = (
    r"(?:(?:shall|will|may|must|hereby|also|further|does|do|can|has|have|is|be|been|agrees?|undertakes?|covenants?|desires?|wish(?:es)?|wants?|seeks?"
    r"|intends?|to|and|only|at\s+all\s+times|its|own|expense|in\s+turn|expressly|engaged?|in|the\s+business\s+of|commits?|continue|obligated|entitled"
    r"|authori[sz]ed|the\s+right)\s+){0,7}?"
)
_EFFORTS = r"use\s+(?:its\s+|all\s+|their\s+)?(?:[\w,]+\s+){0,5}?(?:efforts|endeavou?rs)\s+(?:and\s+\w+\s+)?(?:to|in)\s+(?:\w+\s+){0,3}?(?:promot|market|sell|distribut|resell|solicit)"
_CHANNEL = (
    r"(?:distributors?|resellers?|dealers?|agents?|representatives?|sales\s+agent|franchisees?|VAR|value[\s-]added|channel\s+partners?|distributorship|licensees?"
    r"|wholesalers?|importers?|stockists?|concessionaires?|sales\s+representatives?|marketing\s+partner|remarketers?|OEM)"
)
_GOODS = r"(?:(?:the|its|such|said|any|all|certain|these|[A-Z][\w-]+)\s+){0,3}(?:[\w-]+\s+){0,3}?"
_RESELL = (
    r"(?:re-?sell\w*|re-?distribut\w+|sub-?distribut\w+|distribut(?:e|es|ing)|market(?:s|ing)?(?!\s+(?:data|price|value))|promot(?:e|es|ing)|remarket\w*"
    r"|solicit(?:s|ing)?\s+(?:orders|sales|customers))"
)
_SELF = r"(?:its|the)\s+"

# After the name.
AFTER: tuple[tuple[float, Side, str], ...] = (
    (5, "supplier", _AUX + r"(?:appoints?|designates?|engages?|retains?|authori[sz]es?|names?)\b[^.;]{0,80}?\b" + _CHANNEL + r"\b"),
    (5, "supplier", _AUX + r"(?:appoints?|designates?|engages?|authori[sz]es?)\s+(?:and\s+\w+\s+)?{other}"),
    (4, "supplier", _AUX + r"(?:hereby\s+)?(?:grants?|licenses?)\s+(?:and\s+\w+\s+)?(?:to\s+)?{other}"),
    (3, "supplier", _AUX + r"(?:sell|sells|supply|supplies|provide|provides|deliver|delivers|ship|ships|make\s+available|furnish|license)\s+[^.;]{0,60}?\bto\s+{other}"),
    (3, "supplier", _AUX + r"(?:manufactur(?:es?|ing|er)|develop(?:s|ed|er)|produc(?:es?|ing|er)|own(?:s|er)|design(?:s|ed|er)|publish(?:es|er))\b"),
    (3, "supplier", r"\s+(?:is|has\s+been)\s+(?:(?:a|an|the|in|engaged|business|of|leading|sole|exclusive|and)\s+){0,6}(?:owner|manufactur|developer|producer|licensor|supplier|vendor"
                    r"|provider|publisher|proprietor|franchisor|develop|design|produc)"),
    (5, "distributor", _AUX + r"(?:hereby\s+)?accepts?\s+(?:such|the|this|said|its|that)?\s*(?:\w+\s+)?(?:appointment|engagement|grant|designation)"),
    (5, "distributor", _AUX + r"(?:act|serve|operate|function|become|be\s+appointed|appointed|retained|engaged)\s+(?:\w+\s+){0,2}?(?:as\s+)?(?:\w+\s+){0,6}?" + _CHANNEL + r"\b"),
    (4, "distributor", _AUX + r"(?:purchas(?:e|es)|order|buy|buys|acquire|obtain)\s+[^.;]{0,70}?\bfrom\s+{other}"),
    (3, "distributor", _AUX + r"(?:purchas(?:e|es)|buy|buys)\s+" + _GOODS + r"(?:Products?|Goods|Units|Equipment|quantit)"),
    (4, "distributor", _AUX + _EFFORTS),
    (3, "distributor", _AUX + _RESELL + r"\b"),
    (2, "distributor", _AUX + r"(?:maintain|keep|carry|stock)\s+[^.;]{0,40}?\b(?:inventory|stock|stocks|sales\s+(?:force|staff|organi[sz]ation))"),
    (2, "distributor", _AUX + r"(?:submit|provide|furnish|deliver|give|send)\s+(?:to\s+)?(?:{other}\s+)?[^.;]{0,60}?\b(?:forecasts?|(?:sales|quarterly|monthly|inventory)\s+reports?)"),
    (2, "distributor", _AUX + r"pay\s+(?:to\s+)?{other}"),
    (2, "distributor", _AUX + r"(?:not|never)\s+(?:attempt\s+to\s+)?(?:register|remove|alter|deface)\b"),
    (2, "supplier", _AUX + r"pay\s+(?:to\s+)?{other}\s+(?:a|an|the)?\s*(?:\w+\s+)?commission"),
    (2, "supplier", _AUX + r"warrants?\s+(?:to\s+{other}\s+)?that\s+(?:the\s+|all\s+)?(?:Products?|Goods|Software|Equipment|Units)"),
    (2, "supplier", r"'s\s+(?:then[\s-]current\s+|published\s+|standard\s+|suggested\s+|current\s+)*(?:price\s+list|list\s+prices?|trade\s?marks|products?|software|technology|warranty|factory|catalog)\b"),
    (2, "distributor", r"'s\s+(?:minimum|purchases?|purchase\s+orders?|orders?|resale|customers|sub-?distributors|dealers|stock|inventory|sales\s+(?:force|staff|of)|territory|"
                       r"marketing\s+(?:efforts|activities)|distribution\s+rights)\b"),
)
# Before the name.
BEFORE: tuple[tuple[float, Side, str], ...] = (
    (5, "distributor", r"\b(?:appoint(?:s|ed)?|designates?|engages?|retains?|authori[sz]es?)\s+(?:and\s+\w+\s+)?(?:the\s+)?$"),
    (4, "distributor", r"\b(?:grants?|granted|granting|licensed?|licenses)\s+(?:and\s+\w+\s+)?(?:to\s+)?(?:the\s+)?$"),
    (5, "supplier", r"\b(?:appointed|designated|engaged|authori[sz]ed|retained|granted)\s+(?:\w+\s+){0,6}?by\s+(?:the\s+)?$"),
    (4, "supplier", r"\b(?:purchas\w+|order(?:s|ed)?|bought|buy|acquire[ds]?|obtain\w*|source[ds]?)\s+(?:[\w,]+\s+){0,9}?from\s+(?:the\s+)?$"),
    (3, "supplier", r"\b(?:manufactured|developed|produced|supplied|sold|provided|owned|marketed|licensed|offered|published|shipped|delivered)\s+(?:to\s+{other}\s+)?(?:\w+\s+)?by\s+(?:the\s+)?$"),
    (3, "distributor", r"\b(?:sold|supplied|suppl(?:y|ies)|sells?|sale\s+of\s+\w+|shipped|delivered|ships?|delivers?|invoiced?s?)\s+(?:\w+\s+){0,5}?to\s+(?:the\s+)?$"),
    (3, "distributor", r"\b(?:purchased|ordered|resold|re-?distributed|payable)\s+by\s+(?:the\s+)?$"),
    (2, "supplier", r"\b(?:products?|trade\s?marks|software|marks|trade\s+names|property|technology)\s+(?:\w+\s+)?of\s+(?:the\s+)?$"),
    (2, "supplier", r"\b(?:royalt\w+|pay|payable|paid|payments?)\s+(?:\w+\s+){0,3}?to\s+(?:the\s+)?$"),
)

SUPPLIER_WORDS = frozenset(
    """supplier manufacturer vendor principal licensor seller producer franchisor owner grantor developer exporter company publisher provider
    service-provider corporation""".split()
)
DISTRIBUTOR_WORDS = frozenset(
    """distributor dealer reseller partner channel-partner licensee importer agent representative buyer purchaser customer master-distributor var
    concessionaire franchisee sub-distributor subdistributor value-added-reseller wholesaler sales-representative master-franchisee sublicensee
    area-developer marketer oem sales-agent""".split()
)


@dataclass(frozen=True, slots=True)
class Cue:
    weight: float
    side: Side
    pattern: re.Pattern[str]
