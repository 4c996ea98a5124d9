//! Which values are legal: kinds of voucher, quantities, list lengths, texts, words.

use alipay_apis::schema::Severity::{Advise, Refuse};
use alipay_apis::violation::RuleCode::{Check, Excludes, MaxItems, SameAs, UnknownValue, ValueIf};

use super::draft::{Draft, Row, show};
use super::requests::{newer, newer_platform, older, older_mini_app, older_platform};
use crate::shown::rule;

#[test]
fn a_providers_own_platform_issues_exchange_vouchers_only() {
    show(&[
        Row {
            id: "ov-isv-needs-exchange",
            base: older_platform,
            accepted: &[&[], &[("voucher_type", "")]],
            refused: &[&[
                ("voucher_type", "DISCOUNT_VOUCHER"),
                ("voucher_use_rule.discount_voucher", r#"{"discount": "6.5", "ceiling_amount": "50"}"#),
            ]],
            finding: ("voucher_type", ValueIf),
        },
        Row {
            id: "ov-base-isv-needs-exchange",
            base: newer_platform,
            accepted: &[&[], &[("voucher_deduct_info.voucher_type", "")]],
            refused: &[&[
                ("voucher_deduct_info.voucher_type", "FIX_VOUCHER"),
                ("voucher_deduct_info.fix_voucher_info.amount", "10"),
            ]],
            finding: ("voucher_deduct_info.voucher_type", ValueIf),
        },
    ]);
}

#[test]
fn uploaded_codes_are_not_counted_beforehand() {
    show(&[
        Row {
            id: "ov-voucher-quantity-zero-upload",
            base: older,
            accepted: &[
                &[("code_mode", "MERCHANT_UPLOAD"), ("voucher_send_rule.voucher_quantity", "0")],
                &[("code_mode", "MERCHANT_UPLOAD"), ("voucher_send_rule.voucher_quantity", "")],
            ],
            refused: &[
                &[("code_mode", "MERCHANT_UPLOAD")],
                &[("code_mode", ""), ("activity_base_info.code_mode", "MERCHANT_UPLOAD")],
                &[("code_mode", "MERCHANT_UPLOAD"), ("voucher_send_rule.voucher_quantity", "-1")],
            ],
            finding: ("voucher_send_rule.voucher_quantity", ValueIf),
        },
        Row {
            id: "ov-quantity-zero-upload",
            base: newer,
            accepted: &[
                &[
                    ("activity_base_info.code_mode", "MERCHANT_UPLOAD"),
                    ("voucher_send_mode_info.voucher_send_rule_info.quantity", "0"),
                ],
                &[
                    ("activity_base_info.code_mode", "MERCHANT_UPLOAD"),
                    ("voucher_send_mode_info.voucher_send_rule_info.quantity", ""),
                ],
            ],
            refused: &[&[("activity_base_info.code_mode", "MERCHANT_UPLOAD")]],
            finding: ("voucher_send_mode_info.voucher_send_rule_info.quantity", ValueIf),
        },
    ]);
}

#[test]
fn lists_have_so_many_items_at_most() {
    const PICTURES: [&str; 2] = [r#"["1", "2", "3"]"#, r#"["1", "2", "3", "4"]"#];
    const ONE: [&str; 2] = [r#"["1"]"#, r#"["1", "2"]"#];
    let older_codes: fn() -> Draft =
        || older_mini_app().with(&[("customer_guide.voucher_use_guide.mini_app_path", "")]);
    let with_cover: fn() -> Draft = || newer().with(&[("voucher_display_pattern_info.voucher_image", "adeDSktiQO")]);
    let all_shops: fn() -> Draft = || {
        newer().with(&[(
            "voucher_available_scope_info.voucher_available_geography_scope_info.available_geography_shop_info",
            "{\"available_geography_all_shop\": {}}",
        )])
    };
    for (id, base, path, [most, more]) in [
        ("ov-detail-images-max", older as fn() -> Draft, "voucher_display_info.voucher_detail_images", PICTURES),
        ("ov-pattern-detail-images-max", with_cover, "voucher_display_pattern_info.voucher_detail_images", PICTURES),
        ("ov-service-codes-max", older_codes, "customer_guide.voucher_use_guide.service_codes", ONE),
        (
            "ov-use-service-codes-max",
            newer,
            "voucher_customer_guide_info.voucher_use_guide_info.mini_app_use_guide_info.mini_app_service_codes",
            ONE,
        ),
        (
            "ov-all-shop-merchant-max",
            all_shops,
            "voucher_available_scope_info.voucher_available_geography_scope_info.available_geography_shop_info.available_geography_all_shop.merchant_ids",
            ONE,
        ),
    ] {
        rule(id).accepts(&base().request()).accepts(&base().with(&[(path, most)]).request()).refuses(
            &base().with(&[(path, more)]).request(),
            path,
            MaxItems,
        );
    }
}

#[test]
fn a_path_has_no_scheme() {
    let path = "customer_guide.voucher_use_guide.mini_app_path";
    let with = |text| older_mini_app().with(&[(path, text)]).request();
    rule("ov-mini-app-path-relative")
        .accepts(&with("/index/path/path&query=xx=xx"))
        .accepts(&with("pages/index?x=1"))
        .advises(&with("alipays://platformapi/startapp?appId=xxxx"), path, Excludes)
        .advises(&with("https://example.com"), path, Excludes);
}

/// A path is asked for and an address shown: both are let through.
#[test]
fn an_address_in_the_newer_structure_may_have_a_scheme_or_not() {
    for path in [
        "voucher_customer_guide_info.voucher_send_guide_info.mini_app_send_guide_info.mini_app_url",
        "voucher_customer_guide_info.voucher_use_guide_info.mini_app_use_guide_info.mini_app_url",
    ] {
        for text in ["alipays://platformapi/startapp?appId=xxxx", "/index/path"] {
            assert_eq!(newer().with(&[(path, text)]).request().review(), [], "{path}: {text}");
        }
    }
}

#[test]
fn a_days_vouchers_over_all_days_are_not_more_than_there_are() {
    let [cap, start, end] = [
        "voucher_send_mode_info.voucher_send_rule_info.max_quantity_by_day",
        "voucher_send_mode_info.voucher_send_rule_info.publish_start_time",
        "voucher_send_mode_info.voucher_send_rule_info.publish_end_time",
    ];
    rule("ov-daily-cap-fits-total")
        // A thousand over the 31 days of December.
        .accepts(&newer().with(&[(cap, "32")]).request())
        .advises(&newer().with(&[(cap, "33")]).request(), cap, Check)
        .advises(&newer().with(&[(cap, "9223372036854775807")]).request(), cap, Check)
        .accepts(&newer().with(&[(cap, "33"), (end, "2026-12-30 23:59:59")]).request())
        .accepts(&newer().with(&[(cap, "33"), (start, "")]).request())
        .accepts(&newer().with(&[(cap, "33"), (end, "")]).request());
    let without_total = newer().with(&[
        ("activity_base_info.code_mode", "MERCHANT_UPLOAD"),
        ("voucher_send_mode_info.voucher_send_rule_info.quantity", "0"),
        (cap, "33"),
    ]);
    assert_eq!(without_total.request().review(), []);
}

#[test]
fn what_is_given_twice_is_the_same() {
    const RULE: &str = "voucher_send_mode_info.voucher_send_rule_info";
    for (path, twin, value, other) in [
        ("activity_name", "activity_base_info.activity_name".to_owned(), "甜甜圈", "十二月满100减10"),
        ("code_mode", "activity_base_info.code_mode".to_owned(), "MERCHANT_API", "MERCHANT_UPLOAD"),
        ("voucher_type", "voucher_deduct_info.voucher_type".to_owned(), "FIX_VOUCHER", "DISCOUNT_VOUCHER"),
        ("publish_start_time", format!("{RULE}.publish_start_time"), "2026-12-01 00:00:00", "2026-12-01 00:00:01"),
        ("publish_end_time", format!("{RULE}.publish_end_time"), "2026-12-31 23:59:59", "2026-12-31 23:59:58"),
    ] {
        let both = |first: &str, second: &str| {
            let mut draft = super::requests::empty();
            draft.set(path, first);
            draft.set(&twin, second);
            // What either kind of voucher needs.
            draft.set("voucher_deduct_info.fix_voucher_info.amount", "10");
            draft.set("voucher_deduct_info.discount_voucher_info.discount", "6.5");
            draft.request()
        };
        rule("ov-twin-fields-agree")
            .accepts(&both(value, value))
            .accepts(&both(value, ""))
            .accepts(&both("", value))
            .finds(&both(value, other), &[(path, SameAs, Advise)]);
    }
}

#[test]
fn a_word_that_the_document_does_not_list_is_refused_unless_the_list_is_open() {
    for path in ["code_mode", "voucher_type"] {
        assert_unknown(&older(), path, "fix_voucher");
    }
    for path in [
        "voucher_send_mode_info.voucher_send_mode",
        "voucher_send_mode_info.voucher_send_rule_info.quantity_limit_per_user_period_type",
        "voucher_use_rule_info.voucher_use_time_info.period_type",
        "activity_base_info.belong_merchant_info.merchant_id_type",
    ] {
        assert_unknown(&newer(), path, "ELSE");
    }
    for path in
        ["merchant_access_mode", "activity_base_info.activity_operation_status", "activity_base_info.activity_status"]
    {
        assert_eq!(newer().with(&[(path, "SOMETHING_ELSE")]).request().review(), [], "{path}");
    }
    let modes = "voucher_customer_guide_info.voucher_use_guide_info.use_guide_mode";
    let found = newer().with(&[(modes, r#"["OFFLINE_CODE", "BY_MAIL"]"#)]).request().review();
    let found: Vec<_> = found.iter().map(|it| (it.path.as_str(), it.code)).collect();
    assert_eq!(found, [("voucher_customer_guide_info.voucher_use_guide_info.use_guide_mode[1]", UnknownValue)]);
}

fn assert_unknown(base: &Draft, path: &str, word: &str) {
    let mut draft = base.clone();
    draft.set(path, word);
    let found = draft.request().review();
    let found: Vec<_> = found.iter().map(|it| (it.path.as_str(), it.code, it.severity)).collect();
    assert_eq!(found, [(path, UnknownValue, Refuse)]);
}
