//! No rule of a specification is without a test that names it.

use crate::spec::Spec;

/// The tests of each method; a rule is shown by `rule`, which insists on both sides, or by a row of a
/// table that hands its id to it.
const SHOWN: [(&str, &[&str]); 4] = [
    (
        "alipay.marketing.activity.ordervoucher.create",
        &[
            include_str!("ordervoucher_create/amounts.rs"),
            include_str!("ordervoucher_create/gateway.rs"),
            include_str!("ordervoucher_create/groups.rs"),
            include_str!("ordervoucher_create/order.rs"),
            include_str!("ordervoucher_create/presence.rs"),
            include_str!("ordervoucher_create/required.rs"),
            include_str!("ordervoucher_create/values.rs"),
        ],
    ),
    ("koubei.marketing.tool.points.update", &[include_str!("points_update.rs"), include_str!("gateway.rs")]),
    ("koubei.marketing.campaign.activity.offline", &[include_str!("activity_offline.rs"), include_str!("gateway.rs")]),
    (
        "alipay.marketing.campaign.cash.detail.query",
        &[include_str!("cash_detail_query.rs"), include_str!("gateway.rs")],
    ),
];

#[test]
fn every_rule_of_every_specification_is_shown() {
    for (method, sources) in SHOWN {
        for rule in Spec::of(method).rule {
            let id = format!("\"{}\"", rule.id);
            assert!(sources.iter().any(|source| source.contains(&id)), "{method}: no test shows {}", rule.id);
        }
    }
}
