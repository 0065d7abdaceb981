"""What the other side usually says to an ask, and what to answer: by rule where it is special, else by topic."""

from __future__ import annotations

from clausecheck.model.report import Result, Side

# (what the distributor says to a supplier, what the supplier says to a distributor)
_RULES: dict[str, tuple[str, str]] = {
    "perf.exclusive-without-minimum": (
        "“Nobody can promise sales in a new market.” Answer: then leave exclusivity out until there are sales; it is"
        " paid for with a number.",
        "“Exclusivity must be earned.” Answer: agree, and offer a number you can meet with a remedy before it is lost.",
    ),
    "excl.competing-lines-not-disclosed": (
        "“Our other lines are confidential.” Answer: under a confidentiality agreement then, before signing.",
        "“We need to know what you carry.” Answer: list what you carry today; no veto over it.",
    ),
    "excl.no-distributor-noncompete": (
        "“Our customers expect a full range.” Answer: keep what you carry; tell us of new rival lines before you take"
        " them on.",
        "“You cannot serve two masters.” Answer: no new rival line in return for exclusivity, for as long as it lasts.",
    ),
    "excl.noncompete-loopholes": (
        "“Our affiliates decide for themselves.” Answer: name those that sell in the territory.",
        "“Affiliates are a way round.” Answer: cover those you control, and only for like products.",
    ),
    "perf.minimum-without-consequence": (
        "“The number shows our good will, no need for a threat.” Answer: a number that nothing follows from is a wish.",
        "“We need a remedy.” Answer: loss of exclusivity first, the end of the contract only after a second miss.",
    ),
    "perf.target-not-binding": (
        "“Targets are planning figures.” Answer: plan as high as you like; the minimum is a lower, binding figure.",
        "“We need something to rely on.” Answer: offer binding orders for one quarter and forecasts beyond it.",
    ),
    "exit.one-sided-convenience": (
        "“We invest in your brand and need security.” Answer: offer longer notice in the first two years.",
        "“We must be able to react to the market.” Answer: ask for longer notice, and for stock to be taken back.",
    ),
    "exit.termination-compensation": (
        "“We built your market; goodwill belongs to us.” Answer: the margin paid for it; offer to take back stock.",
        "“Nobody pays goodwill.” Answer: ask for it only where you invested, on proof, and with a cap.",
    ),
    "gov.no-direct-sales-team-access": (
        "“Our people report to us.” Answer: access to train and support them, never to instruct them.",
        "“We want to help your people sell.” Answer: welcome it, in dates that your managers agree.",
    ),
    "train.no-sales-manager-training": (
        "“Our managers know how to sell.” Answer: half a day a year; a manager who cannot spare it will not coach.",
        "“Managers decide whether training lasts.” Answer: accept, at the supplier's cost.",
    ),
}
_TOPICS: dict[str, tuple[str, str]] = {
    "perf": (
        "“The market decides, not we.” Answer: that is why the figure is low, grows by year and can be reviewed.",
        "“Without a number we carry all the risk.” Answer: tie it to supply on time and to the supplier's own support.",
    ),
    "excl": (
        "“We cannot invest if others reap.” Answer: exclusive for named customers or products, while targets are met.",
        "“We must keep our channels open.” Answer: name the accounts that are kept and pay commission on the others.",
    ),
    "term": (
        "“Building a market takes years.” Answer: years you may have, renewed on results; not years without any.",
        "“We want to see results first.” Answer: a first term long enough to earn back what you invest.",
    ),
    "exit": (
        "“This shows a lack of trust.” Answer: a way out is what makes a long agreement signable, for both.",
        "“We need to be able to leave.” Answer: agree, with notice, stock and open orders settled.",
    ),
    "price": (
        "“We cannot sell at these prices.” Answer: sell the value; discounts are time-limited and tied to volume. You"
        " are free in your own resale prices, as the law requires.",
        "“Our costs change.” Answer: accept changes on notice, with open quotations and orders protected.",
    ),
    "gov": (
        "“Customer data is ours.” Answer: quarterly figures by product and segment are enough to plan supply.",
        "“We need to see the market.” Answer: report what you track anyway, in confidence and for planning only.",
    ),
    "dd": (
        "“You know our name.” Answer: then the statement costs nothing; it is the same for every partner.",
        "“We ask every partner.” Answer: give it to the best of your knowledge, as of signing.",
    ),
    "train": (
        "“Our people have no time.” Answer: days in the first quarter, at our cost, the same for every partner.",
        "“Trained people sell more.” Answer: accept dates and content; travel at the supplier's cost.",
    ),
    "ip": (
        "“Registrations in our name are faster.” Answer: in our name or held for us, transferred on request.",
        "“The marks are ours.” Answer: agree, with a licence for as long as stock is sold off.",
    ),
    "risk": (
        "“Liability must be unlimited.” Answer: a cap with the usual exceptions is what both can insure.",
        "“Our terms are standard.” Answer: ask for the same cap both ways, and for an indemnity for their products.",
    ),
    "bp": ("“That is our standard text.” Answer: it is for both, and a partner who keeps the law loses nothing.",) * 2,
    "jp": ("“This is how it is done in Japan.” Answer: the clause proposed is standard in Japan too.",) * 2,
    "eu": ("“Both want it.” Answer: where competition law forbids it, it binds nobody and costs fines.",) * 2,
    "prot": ("“The law protects us anyway.” Answer: then writing the same down costs nothing.",) * 2,
    "core": ("“We will settle that later.” Answer: after signing there is nothing left to settle it with.",) * 2,
}


def objection(result: Result, side: Side) -> str:
    """What to expect, and the answer, for the side that asks; "" where nothing is known."""
    said = _RULES.get(result.rule) or _TOPICS.get(result.topic)
    return said[0 if side == "supplier" else 1] if said else ""
