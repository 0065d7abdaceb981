"""The clause types that the reader knows, by the names of the JSON output, with their names in CUAD."""

from __future__ import annotations

CUAD: dict[str, str] = {
    "document_name": "Document Name",
    "parties": "Parties",
    "agreement_date": "Agreement Date",
    "effective_date": "Effective Date",
    "expiration_date": "Expiration Date",
    "renewal_term": "Renewal Term",
    "renewal_notice": "Notice Period To Terminate Renewal",
    "governing_law": "Governing Law",
    "most_favored_nation": "Most Favored Nation",
    "competitive_restriction_exception": "Competitive Restriction Exception",
    "non_compete": "Non-Compete",
    "exclusivity": "Exclusivity",
    "no_solicit_customers": "No-Solicit Of Customers",
    "no_solicit_employees": "No-Solicit Of Employees",
    "non_disparagement": "Non-Disparagement",
    "termination_for_convenience": "Termination For Convenience",
    "right_of_first_refusal": "Rofr/Rofo/Rofn",
    "change_of_control": "Change Of Control",
    "anti_assignment": "Anti-Assignment",
    "revenue_sharing": "Revenue/Profit Sharing",
    "price_restriction": "Price Restrictions",
    "minimum_commitment": "Minimum Commitment",
    "volume_restriction": "Volume Restriction",
    "ip_assignment": "Ip Ownership Assignment",
    "joint_ip_ownership": "Joint Ip Ownership",
    "license_grant": "License Grant",
    "non_transferable_license": "Non-Transferable License",
    "affiliate_license_licensor": "Affiliate License-Licensor",
    "affiliate_license_licensee": "Affiliate License-Licensee",
    "unlimited_license": "Unlimited/All-You-Can-Eat-License",
    "perpetual_license": "Irrevocable Or Perpetual License",
    "source_code_escrow": "Source Code Escrow",
    "post_termination_services": "Post-Termination Services",
    "audit_rights": "Audit Rights",
    "uncapped_liability": "Uncapped Liability",
    "liability_cap": "Cap On Liability",
    "liquidated_damages": "Liquidated Damages",
    "warranty_duration": "Warranty Duration",
    "insurance": "Insurance",
    "covenant_not_to_sue": "Covenant Not To Sue",
    "third_party_beneficiary": "Third Party Beneficiary",
}

# Types that are a name or a date, not a clause: rules read them, see `names`.
NAMES: tuple[str, ...] = ("document_name", "parties", "agreement_date", "effective_date")
CLAUSES: tuple[str, ...] = tuple(name for name in CUAD if name not in NAMES)
