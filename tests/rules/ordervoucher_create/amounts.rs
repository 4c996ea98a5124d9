//! Money and numbers: bounds and decimals.

use alipay_apis::violation::RuleCode::{Decimals, Range};

use super::draft::{Draft, severity};
use super::requests::{
    newer, newer_discount, newer_exchange, newer_relative, newer_special, older, older_discount, older_exchange,
    older_relative, older_special,
};
use crate::shown::rule;

pub(super) type Start = fn() -> Draft;

/// A rule's id, a request, where the number stands in it, the least and greatest value, and one beyond
/// either.
pub(super) type Bounds = (&'static str, Start, &'static str, [&'static str; 2], [&'static str; 2]);

pub(super) const BOUNDS: &[Bounds] = &[
    ("ov-fix-amount-range", older, "voucher_use_rule.fix_voucher.amount", ["0.1", "3000"], ["0.09", "3000.01"]),
    ("ov-fix-floor-range", older, "voucher_use_rule.fix_voucher.floor_amount", ["0.1", "50000"], ["0", "50000.01"]),
    (
        "ov-exchange-sale-range",
        older_exchange,
        "voucher_use_rule.exchange_voucher.sale_amount",
        ["0.1", "3000"],
        ["0.09", "3000.01"],
    ),
    (
        "ov-exchange-amount-range",
        older_exchange,
        "voucher_use_rule.exchange_voucher.amount",
        ["0.1", "3000"],
        ["0.09", "3000.01"],
    ),
    (
        "ov-exchange-floor-range",
        older_exchange,
        "voucher_use_rule.exchange_voucher.floor_amount",
        ["0.1", "50000"],
        ["0", "50000.01"],
    ),
    (
        "ov-discount-rate-range",
        older_discount,
        "voucher_use_rule.discount_voucher.discount",
        ["0.1", "9.9"],
        ["0.09", "9.91"],
    ),
    (
        "ov-discount-floor-range",
        older_discount,
        "voucher_use_rule.discount_voucher.floor_amount",
        ["0.1", "50000"],
        ["0", "50000.01"],
    ),
    (
        "ov-discount-ceiling-range",
        older_discount,
        "voucher_use_rule.discount_voucher.ceiling_amount",
        ["0.1", "15000"],
        ["0.09", "15000.01"],
    ),
    (
        "ov-discount-origin-range",
        older_discount_of_goods,
        "voucher_use_rule.discount_voucher.origin_amount",
        ["0.1", "9999"],
        ["0.09", "9999.01"],
    ),
    (
        "ov-special-floor-range",
        older_special,
        "voucher_use_rule.special_voucher.floor_amount",
        ["0.1", "50000"],
        ["0", "50000.01"],
    ),
    (
        "ov-special-origin-range",
        older_free,
        "voucher_use_rule.special_voucher.origin_amount",
        ["0.1", "9999"],
        ["0.09", "9999.01"],
    ),
    (
        "ov-special-price-range",
        older_special,
        "voucher_use_rule.special_voucher.special_amount",
        ["0", "999"],
        ["-0.01", "999.01"],
    ),
    (
        "ov-sale-amount-range",
        newer,
        "voucher_send_mode_info.voucher_sale_mode_info.sale_amount",
        ["0.1", "3000"],
        ["0.09", "3000.01"],
    ),
    (
        "ov-deduct-fix-amount-range",
        newer,
        "voucher_deduct_info.fix_voucher_info.amount",
        ["0.1", "3000"],
        ["0.09", "3000.01"],
    ),
    (
        "ov-deduct-fix-floor-range",
        newer,
        "voucher_deduct_info.fix_voucher_info.floor_amount",
        ["0.1", "50000"],
        ["0", "50000.01"],
    ),
    (
        "ov-deduct-discount-rate-range",
        newer_discount,
        "voucher_deduct_info.discount_voucher_info.discount",
        ["0.1", "9.9"],
        ["0.09", "9.91"],
    ),
    (
        "ov-deduct-discount-ceiling-range",
        newer_discount,
        "voucher_deduct_info.discount_voucher_info.ceiling_amount",
        ["0.1", "15000"],
        ["0.09", "15000.01"],
    ),
    (
        "ov-deduct-discount-floor-range",
        newer_discount,
        "voucher_deduct_info.discount_voucher_info.floor_amount",
        ["0.1", "50000"],
        ["0", "50000.01"],
    ),
    (
        "ov-deduct-special-price-range",
        newer_special,
        "voucher_deduct_info.special_voucher_info.special_amount",
        ["0", "999"],
        ["-0.01", "999.01"],
    ),
    (
        "ov-deduct-special-floor-range",
        newer_special,
        "voucher_deduct_info.special_voucher_info.floor_amount",
        ["0.1", "50000"],
        ["0", "50000.01"],
    ),
    (
        "ov-deduct-exchange-amount-range",
        newer_exchange,
        "voucher_deduct_info.exchange_voucher_info.amount",
        ["0.1", "3000"],
        ["0.09", "3000.01"],
    ),
    (
        "ov-deduct-exchange-floor-range",
        newer_exchange,
        "voucher_deduct_info.exchange_voucher_info.floor_amount",
        ["0.1", "50000"],
        ["0", "50000.01"],
    ),
    (
        "ov-days-positive",
        older_relative,
        "voucher_use_rule.voucher_valid_period.valid_days_after_receive",
        ["1", "365"],
        ["0", "-1"],
    ),
    (
        "ov-rel-days-positive",
        newer_relative,
        "voucher_use_rule_info.voucher_use_time_info.relative_period_info.valid_days_after_receive",
        ["1", "365"],
        ["0", "-1"],
    ),
    ("ov-voucher-quantity-positive", older, "voucher_send_rule.voucher_quantity", ["1", "2147483648"], ["0", "-1"]),
    (
        "ov-quantity-positive",
        newer_uncapped,
        "voucher_send_mode_info.voucher_send_rule_info.quantity",
        ["1", "2147483648"],
        ["0", "-1"],
    ),
];

pub(super) const DECIMALS: &[(&str, Start, &str)] = &[
    ("ov-fix-amount-decimals", older, "voucher_use_rule.fix_voucher.amount"),
    ("ov-fix-floor-decimals", older, "voucher_use_rule.fix_voucher.floor_amount"),
    ("ov-exchange-sale-decimals", older_exchange, "voucher_use_rule.exchange_voucher.sale_amount"),
    ("ov-exchange-amount-decimals", older_exchange, "voucher_use_rule.exchange_voucher.amount"),
    ("ov-exchange-floor-decimals", older_exchange, "voucher_use_rule.exchange_voucher.floor_amount"),
    ("ov-discount-floor-decimals", older_discount, "voucher_use_rule.discount_voucher.floor_amount"),
    ("ov-discount-ceiling-decimals", older_discount, "voucher_use_rule.discount_voucher.ceiling_amount"),
    ("ov-discount-origin-decimals", older_discount_of_goods, "voucher_use_rule.discount_voucher.origin_amount"),
    ("ov-special-floor-decimals", older_special, "voucher_use_rule.special_voucher.floor_amount"),
    ("ov-special-origin-decimals", older_free, "voucher_use_rule.special_voucher.origin_amount"),
    ("ov-special-price-decimals", older_special, "voucher_use_rule.special_voucher.special_amount"),
    ("ov-sale-amount-decimals", newer, "voucher_send_mode_info.voucher_sale_mode_info.sale_amount"),
    ("ov-deduct-fix-amount-decimals", newer, "voucher_deduct_info.fix_voucher_info.amount"),
    ("ov-deduct-fix-floor-decimals", newer, "voucher_deduct_info.fix_voucher_info.floor_amount"),
    ("ov-deduct-discount-ceiling-decimals", newer_discount, "voucher_deduct_info.discount_voucher_info.ceiling_amount"),
    ("ov-deduct-discount-floor-decimals", newer_discount, "voucher_deduct_info.discount_voucher_info.floor_amount"),
    ("ov-deduct-special-price-decimals", newer_special, "voucher_deduct_info.special_voucher_info.special_amount"),
    ("ov-deduct-special-floor-decimals", newer_special, "voucher_deduct_info.special_voucher_info.floor_amount"),
    ("ov-deduct-exchange-amount-decimals", newer_exchange, "voucher_deduct_info.exchange_voucher_info.amount"),
    ("ov-deduct-exchange-floor-decimals", newer_exchange, "voucher_deduct_info.exchange_voucher_info.floor_amount"),
];

fn older_discount_of_goods() -> Draft {
    older_discount().with(&[
        ("voucher_use_rule.discount_voucher.goods_name", "甜甜圈"),
        ("voucher_use_rule.discount_voucher.origin_amount", "65"),
    ])
}

/// Goods that cost nothing any more: whatever they cost before is more.
fn older_free() -> Draft {
    older_special().with(&[("voucher_use_rule.special_voucher.special_amount", "0")])
}

fn newer_uncapped() -> Draft {
    newer().with(&[("voucher_send_mode_info.voucher_send_rule_info.max_quantity_by_day", "")])
}

fn at(start: Start, path: &'static str, value: &'static str) -> Draft {
    start().with(&[(path, value)])
}

#[test]
fn numbers_are_within_their_bounds_both_included() {
    for &(id, start, path, within, beyond) in BOUNDS {
        let mut shown = rule(id);
        for value in within {
            shown = shown.accepts(&at(start, path, value).request());
        }
        for value in beyond {
            shown = shown.finds(&at(start, path, value).request(), &[(path, Range, severity(id))]);
        }
    }
}

#[test]
fn money_has_two_decimals_at_most() {
    for &(id, start, path) in DECIMALS {
        rule(id)
            .accepts(&at(start, path, "\"10\"").request())
            .accepts(&at(start, path, "\"10.1\"").request())
            .accepts(&at(start, path, "\"10.10\"").request())
            .finds(&at(start, path, "\"10.101\"").request(), &[(path, Decimals, severity(id))])
            .finds(&at(start, path, "\"10.100\"").request(), &[(path, Decimals, severity(id))]);
    }
}

#[test]
fn a_rate_and_the_price_before_may_have_more_decimals() {
    for (start, path) in [
        (older_discount as Start, "voucher_use_rule.discount_voucher.discount"),
        (newer_discount, "voucher_deduct_info.discount_voucher_info.discount"),
        (newer, "voucher_available_scope_info.voucher_available_goods_info.origin_amount"),
    ] {
        assert_eq!(at(start, path, "6.125").request().review(), [], "{path}");
    }
}

#[test]
fn days_of_the_other_kind_of_period_are_not_looked_at() {
    let older = older().with(&[("voucher_use_rule.voucher_valid_period.valid_days_after_receive", "0")]);
    assert_eq!(older.request().review(), []);
    let days = "voucher_use_rule_info.voucher_use_time_info.relative_period_info.valid_days_after_receive";
    assert_eq!(newer().with(&[(days, "0")]).request().review(), []);
}

#[test]
fn no_quantity_is_asked_for_where_the_code_mode_is_not_known() {
    for quantity in ["0", "-1", "5"] {
        let older = older().with(&[("code_mode", ""), ("voucher_send_rule.voucher_quantity", quantity)]);
        assert_eq!(older.request().review(), [], "{quantity}");
    }
}
