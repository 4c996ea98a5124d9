//! Dates: how they are written, and which comes first. Prices: which is more.

use alipay_apis::violation::RuleCode::{AtLeast, GreaterThan};

use super::draft::{Row, show};
use super::requests::{newer, newer_special, older, older_special};
use crate::shown::rule;

#[test]
fn times_are_written_one_way() {
    for (id, path) in [
        ("ov-date-publish-start-time", "publish_start_time"),
        ("ov-date-publish-end-time", "publish_end_time"),
        ("ov-date-valid-begin-time", "voucher_use_rule.voucher_valid_period.valid_begin_time"),
        ("ov-date-valid-end-time", "voucher_use_rule.voucher_valid_period.valid_end_time"),
        ("ov-date-send-publish-start-time", "voucher_send_mode_info.voucher_send_rule_info.publish_start_time"),
        ("ov-date-send-publish-end-time", "voucher_send_mode_info.voucher_send_rule_info.publish_end_time"),
        (
            "ov-date-abs-valid-begin-time",
            "voucher_use_rule_info.voucher_use_time_info.absolute_period_info.valid_begin_time",
        ),
        (
            "ov-date-abs-valid-end-time",
            "voucher_use_rule_info.voucher_use_time_info.absolute_period_info.valid_end_time",
        ),
    ] {
        let reads = |text: &str| {
            let mut draft = older();
            draft.set(path, text);
            draft.try_request().map(|request| {
                let written = serde_json::to_string(&request).expect("a request is JSON");
                assert!(written.contains(text), "{path}: {written}");
            })
        };
        for refused in ["2026-12-01", "2026-12-01T00:00:00", "2026-12-1 00:00:00", "2026-02-30 00:00:00", "1764518400"]
        {
            let refusal = reads(refused);
            assert!(refusal.as_ref().is_err_and(|error| error.contains(path)), "{refused}: {refusal:?}");
            rule(id).holds(reads("2026-12-24 12:30:00").is_ok(), refusal.is_err());
        }
    }
}

#[test]
fn a_voucher_is_valid_until_issuing_ends_or_longer() {
    show(&[
        Row {
            id: "ov-end-after-publish-end",
            base: older,
            accepted: &[
                &[("voucher_use_rule.voucher_valid_period.valid_end_time", "2026-12-31 23:59:59")],
                &[
                    ("publish_end_time", ""),
                    ("voucher_use_rule.voucher_valid_period.valid_end_time", "2026-12-31 23:59:58"),
                ],
                &[
                    ("voucher_use_rule.voucher_valid_period.type", "RELATIVE"),
                    ("voucher_use_rule.voucher_valid_period.valid_days_after_receive", "1"),
                    ("voucher_use_rule.voucher_valid_period.valid_end_time", "2026-12-31 23:59:58"),
                ],
            ],
            refused: &[
                &[("voucher_use_rule.voucher_valid_period.valid_end_time", "2026-12-31 23:59:58")],
                &[
                    ("publish_end_time", ""),
                    ("voucher_send_mode_info.voucher_send_rule_info.publish_end_time", "2027-02-01 00:00:00"),
                ],
            ],
            finding: ("voucher_use_rule.voucher_valid_period.valid_end_time", AtLeast),
        },
        Row {
            id: "ov-abs-end-after-publish-end",
            base: newer,
            accepted: &[
                &[(
                    "voucher_use_rule_info.voucher_use_time_info.absolute_period_info.valid_end_time",
                    "2026-12-31 23:59:59",
                )],
                &[
                    ("voucher_use_rule_info.voucher_use_time_info.period_type", "RELATIVE"),
                    ("voucher_use_rule_info.voucher_use_time_info.relative_period_info", "{}"),
                    (
                        "voucher_use_rule_info.voucher_use_time_info.absolute_period_info.valid_end_time",
                        "2026-12-31 23:59:58",
                    ),
                ],
            ],
            refused: &[
                &[(
                    "voucher_use_rule_info.voucher_use_time_info.absolute_period_info.valid_end_time",
                    "2026-12-31 23:59:58",
                )],
                &[
                    ("voucher_use_rule_info.voucher_use_time_info.period_type", ""),
                    ("voucher_send_mode_info.voucher_send_rule_info.publish_end_time", ""),
                    ("publish_end_time", "2027-02-01 00:00:00"),
                ],
            ],
            finding: ("voucher_use_rule_info.voucher_use_time_info.absolute_period_info.valid_end_time", AtLeast),
        },
    ]);
}

#[test]
fn times_in_the_wrong_order_are_advised_against() {
    show(&[
        Row {
            id: "ov-begin-not-before-publish-start",
            base: older,
            accepted: &[&[], &[("publish_start_time", "")]],
            refused: &[
                &[("voucher_use_rule.voucher_valid_period.valid_begin_time", "2026-11-30 23:59:59")],
                &[
                    ("publish_start_time", ""),
                    ("voucher_send_mode_info.voucher_send_rule_info.publish_start_time", "2026-12-02 00:00:00"),
                ],
            ],
            finding: ("voucher_use_rule.voucher_valid_period.valid_begin_time", AtLeast),
        },
        Row {
            id: "ov-abs-begin-not-before-publish-start",
            base: newer,
            accepted: &[
                &[],
                &[
                    ("voucher_use_rule_info.voucher_use_time_info.period_type", "RELATIVE"),
                    ("voucher_use_rule_info.voucher_use_time_info.relative_period_info", "{}"),
                    (
                        "voucher_use_rule_info.voucher_use_time_info.absolute_period_info.valid_begin_time",
                        "2026-11-30 23:59:59",
                    ),
                ],
            ],
            refused: &[&[(
                "voucher_use_rule_info.voucher_use_time_info.absolute_period_info.valid_begin_time",
                "2026-11-30 23:59:59",
            )]],
            finding: ("voucher_use_rule_info.voucher_use_time_info.absolute_period_info.valid_begin_time", AtLeast),
        },
        Row {
            id: "ov-publish-order",
            base: older,
            accepted: &[&[], &[("publish_start_time", "")], &[("publish_end_time", "2026-12-01 00:00:01")]],
            refused: &[&[("publish_end_time", "2026-12-01 00:00:00")], &[("publish_end_time", "2026-11-30 00:00:00")]],
            finding: ("publish_end_time", GreaterThan),
        },
        Row {
            id: "ov-send-publish-order",
            base: newer,
            accepted: &[&[], &[("voucher_send_mode_info.voucher_send_rule_info.publish_start_time", "")]],
            refused: &[
                &[("voucher_send_mode_info.voucher_send_rule_info.publish_end_time", "2026-12-01 00:00:00")],
                &[("voucher_send_mode_info.voucher_send_rule_info.publish_end_time", "2026-11-30 00:00:00")],
            ],
            finding: ("voucher_send_mode_info.voucher_send_rule_info.publish_end_time", GreaterThan),
        },
        Row {
            id: "ov-valid-order",
            base: older,
            accepted: &[&[("voucher_use_rule.voucher_valid_period.valid_begin_time", "2027-01-15 23:59:58")]],
            refused: &[
                &[("voucher_use_rule.voucher_valid_period.valid_begin_time", "2027-01-15 23:59:59")],
                &[("voucher_use_rule.voucher_valid_period.valid_begin_time", "2027-01-16 00:00:00")],
            ],
            finding: ("voucher_use_rule.voucher_valid_period.valid_end_time", GreaterThan),
        },
        Row {
            id: "ov-abs-valid-order",
            base: newer,
            accepted: &[&[(
                "voucher_use_rule_info.voucher_use_time_info.absolute_period_info.valid_begin_time",
                "2027-01-15 23:59:58",
            )]],
            refused: &[&[(
                "voucher_use_rule_info.voucher_use_time_info.absolute_period_info.valid_begin_time",
                "2027-01-15 23:59:59",
            )]],
            finding: ("voucher_use_rule_info.voucher_use_time_info.absolute_period_info.valid_end_time", GreaterThan),
        },
    ]);
}

#[test]
fn a_special_price_is_less_than_the_price_before() {
    show(&[
        Row {
            id: "ov-special-price-below-origin",
            base: older_special,
            accepted: &[&[], &[("voucher_use_rule.special_voucher.origin_amount", "\"10.01\"")]],
            refused: &[
                &[("voucher_use_rule.special_voucher.origin_amount", "\"10\"")],
                &[("voucher_use_rule.special_voucher.origin_amount", "\"9.99\"")],
            ],
            finding: ("voucher_use_rule.special_voucher.origin_amount", GreaterThan),
        },
        Row {
            id: "ov-deduct-special-price-below-origin",
            base: newer_special,
            accepted: &[
                &[],
                &[("voucher_available_scope_info.voucher_available_goods_info.origin_amount", "\"10.01\"")],
                &[("voucher_available_scope_info.voucher_available_goods_info", "")],
            ],
            refused: &[
                &[("voucher_available_scope_info.voucher_available_goods_info.origin_amount", "\"10\"")],
                &[("voucher_available_scope_info.voucher_available_goods_info.origin_amount", "\"9.99\"")],
            ],
            finding: ("voucher_available_scope_info.voucher_available_goods_info.origin_amount", GreaterThan),
        },
    ]);
}
