//! How many of several fields are given.

use alipay_apis::schema::Severity::{Advise, Refuse};
use alipay_apis::violation::RuleCode::{AllOrNone, AtLeastOne, AtMostOne, ExactlyOne, Required, ValueIf};

use super::draft::{Row, show};
use super::requests::{newer, older, older_discount, older_exchange, older_mini_app, older_special};
use crate::shown::rule;

const SHOPS: &str = "voucher_use_rule.voucher_available_scope.order_voucher_available_shop";
const GEO_SHOPS: &str =
    "voucher_available_scope_info.voucher_available_geography_scope_info.available_geography_shop_info";

const REFUSED: &[Row] = &[
    Row {
        id: "ov-contact-one-of",
        base: older,
        accepted: &[
            &[],
            &[
                ("voucher_display_info.customer_service_mobile", ""),
                ("voucher_display_info.customer_service_url", "alipay://xxxx"),
            ],
        ],
        refused: &[&[("voucher_display_info.customer_service_mobile", "")]],
        finding: ("voucher_display_info.customer_service_mobile", AtLeastOne),
    },
    Row {
        id: "ov-contact-not-both",
        base: older,
        accepted: &[&[]],
        refused: &[&[("voucher_display_info.customer_service_url", "alipay://xxxx")]],
        finding: ("voucher_display_info.customer_service_mobile", AtMostOne),
    },
    Row {
        id: "ov-exchange-contact-one-of",
        base: older_exchange,
        accepted: &[
            &[],
            &[
                ("voucher_display_info.customer_service_mobile", ""),
                ("voucher_use_rule.exchange_voucher.customer_service_mobile", "81xxxxxxx"),
            ],
            &[("voucher_display_info", ""), ("voucher_use_rule.exchange_voucher.customer_service_url", "alipay://x")],
        ],
        refused: &[&[("voucher_display_info", "")]],
        finding: ("voucher_use_rule.exchange_voucher.customer_service_mobile", AtLeastOne),
    },
    Row {
        id: "ov-exchange-contact-not-both",
        base: older_exchange,
        accepted: &[&[("voucher_use_rule.exchange_voucher.customer_service_mobile", "81xxxxxxx")]],
        refused: &[&[
            ("voucher_use_rule.exchange_voucher.customer_service_mobile", "81xxxxxxx"),
            ("voucher_use_rule.exchange_voucher.customer_service_url", "alipay://xxxx"),
        ]],
        finding: ("voucher_use_rule.exchange_voucher.customer_service_mobile", AtMostOne),
    },
    Row {
        id: "ov-discount-goods-pair",
        base: older_discount,
        accepted: &[
            &[],
            &[
                ("voucher_use_rule.discount_voucher.goods_name", "甜甜圈"),
                ("voucher_use_rule.discount_voucher.origin_amount", "65"),
            ],
        ],
        refused: &[
            &[("voucher_use_rule.discount_voucher.goods_name", "甜甜圈")],
            &[("voucher_use_rule.discount_voucher.origin_amount", "65")],
        ],
        finding: ("voucher_use_rule.discount_voucher.goods_name", AllOrNone),
    },
    Row {
        id: "ov-use-guide-at-least-one",
        base: older,
        accepted: &[
            &[],
            &[
                ("customer_guide.voucher_use_guide.mini_app_use_guide", "true"),
                ("customer_guide.voucher_use_guide.mini_app_id", "\"2021238412323412\""),
            ],
            &[("customer_guide.voucher_use_guide.mini_app_use_guide", "false")],
        ],
        refused: &[&[("customer_guide.voucher_use_guide.offline_code_use_guide", "")]],
        finding: ("customer_guide.voucher_use_guide.offline_code_use_guide", AtLeastOne),
    },
    Row {
        id: "ov-path-or-service-codes",
        base: older_mini_app,
        accepted: &[
            &[],
            &[("customer_guide.voucher_use_guide.mini_app_path", "")],
            &[
                ("customer_guide.voucher_use_guide.mini_app_path", ""),
                ("customer_guide.voucher_use_guide.service_codes", r#"["2020030921000303380758"]"#),
            ],
        ],
        refused: &[&[("customer_guide.voucher_use_guide.service_codes", r#"["2020030921000303380758"]"#)]],
        finding: ("customer_guide.voucher_use_guide.mini_app_path", AtMostOne),
    },
    Row {
        id: "ov-account-at-least-one",
        base: newer,
        accepted: &[
            &[],
            &[("voucher_available_scope_info.voucher_available_account_info", r#"{"available_smids": ["2088"]}"#)],
            &[(
                "voucher_available_scope_info.voucher_available_account_info",
                r#"{"available_pids": ["2088"], "available_smids": ["2088"]}"#,
            )],
        ],
        refused: &[
            &[("voucher_available_scope_info.voucher_available_account_info", "{}")],
            &[("voucher_available_scope_info.voucher_available_account_info", r#"{"available_pids": []}"#)],
        ],
        finding: ("voucher_available_scope_info.voucher_available_account_info.available_pids", AtLeastOne),
    },
    Row {
        id: "ov-sku-lists-at-most-one",
        base: newer,
        accepted: &[
            &[],
            &[("voucher_available_scope_info.voucher_available_goods_info.available_goods_sku_ids", r#"["apple-01"]"#)],
            &[("voucher_available_scope_info.voucher_available_goods_info.exclude_goods_sku_ids", r#"["apple-01"]"#)],
        ],
        refused: &[&[(
            "voucher_available_scope_info.voucher_available_goods_info",
            r#"{"available_goods_sku_ids": ["apple-01"], "exclude_goods_sku_ids": ["apple-02"]}"#,
        )]],
        finding: ("voucher_available_scope_info.voucher_available_goods_info.available_goods_sku_ids", AtMostOne),
    },
];

#[test]
fn groups_that_refuse() {
    show(REFUSED);
}

#[test]
fn shops_are_named_in_exactly_one_way() {
    const IDS: &str = r#"["2018051000502000000011111111"]"#;
    let older_with = |ways: &[&str]| {
        let mut draft = older();
        draft.set(SHOPS, "{}");
        for way in ways {
            draft.set(&format!("{SHOPS}.{way}"), if way.ends_with("ids") { IDS } else { "{}" });
        }
        draft.request()
    };
    let newer_with = |ways: &[&str]| {
        let mut draft = newer();
        draft.set(GEO_SHOPS, "{}");
        for way in ways {
            draft.set(&format!("{GEO_SHOPS}.{way}"), if way.ends_with("ids") { IDS } else { "{}" });
        }
        draft.request()
    };

    let [shop_ids, real_shop_ids, all] = ["shop_ids", "real_shop_ids", "order_voucher_merchant_all_shop"];
    let path = format!("{SHOPS}.shop_ids");
    let mut shown = rule("ov-shops-one-of-three");
    for one in [shop_ids, real_shop_ids, all] {
        shown = shown.accepts(&older_with(&[one]));
    }
    for ways in
        [&[][..], &[shop_ids, real_shop_ids], &[shop_ids, all], &[real_shop_ids, all], &[shop_ids, real_shop_ids, all]]
    {
        shown = shown.refuses(&older_with(ways), &path, ExactlyOne);
    }

    let [shop_ids, real_shop_ids, all] =
        ["available_shop_ids", "available_real_shop_ids", "available_geography_all_shop"];
    let path = format!("{GEO_SHOPS}.available_shop_ids");
    let mut shown = rule("ov-geo-shops-one-of-three");
    for one in [shop_ids, real_shop_ids, all] {
        shown = shown.accepts(&newer_with(&[one]));
    }
    for ways in
        [&[][..], &[shop_ids, real_shop_ids], &[shop_ids, all], &[real_shop_ids, all], &[shop_ids, real_shop_ids, all]]
    {
        shown = shown.refuses(&newer_with(ways), &path, ExactlyOne);
    }
}

#[test]
fn half_a_pair_of_goods_is_refused_and_none_advised_against() {
    let [goods_name, origin_amount] =
        ["voucher_use_rule.special_voucher.goods_name", "voucher_use_rule.special_voucher.origin_amount"];
    rule("ov-special-goods-pair")
        .accepts(&older_special().request())
        .finds(
            &older_special().with(&[(goods_name, "")]).request(),
            &[(goods_name, AllOrNone, Refuse), (goods_name, Required, Advise)],
        )
        .finds(
            &older_special().with(&[(origin_amount, "")]).request(),
            &[(goods_name, AllOrNone, Refuse), (origin_amount, Required, Advise)],
        )
        .finds(
            &older_special().with(&[(goods_name, ""), (origin_amount, "")]).request(),
            &[(origin_amount, Required, Advise), (goods_name, Required, Advise)],
        );
}

#[test]
fn groups_that_advise() {
    show(&[
        Row {
            id: "ov-agency-mode-names-owner",
            base: older,
            accepted: &[
                &[("merchant_access_mode", "SELF_MODE")],
                &[("merchant_access_mode", "AGENCY_MODE"), ("belong_merchant_info", OWNER)],
                &[("merchant_access_mode", "AGENCY_MODE"), ("activity_base_info.belong_merchant_info", OWNER)],
            ],
            refused: &[
                &[("merchant_access_mode", "AGENCY_MODE")],
                &[("merchant_access_mode", "AGENCY_MODE"), ("activity_base_info.activity_id", "\"1\"")],
            ],
            finding: ("belong_merchant_info", AtLeastOne),
        },
        Row {
            id: "ov-pattern-contact-one-of",
            base: newer,
            accepted: &[
                &[],
                &[
                    ("voucher_display_pattern_info.customer_service_url", ""),
                    ("voucher_display_pattern_info.customer_service_mobile", "81xxxxxxx"),
                ],
            ],
            refused: &[
                &[("voucher_display_pattern_info.customer_service_url", "")],
                &[("voucher_display_pattern_info.customer_service_mobile", "81xxxxxxx")],
            ],
            finding: ("voucher_display_pattern_info.customer_service_mobile", ExactlyOne),
        },
        Row {
            id: "ov-use-url-or-service-codes",
            base: newer,
            accepted: &[
                &[],
                &[(MINI_APP, r#"{"mini_app_url": "/index"}"#)],
                &[(MINI_APP, r#"{"mini_app_service_codes": ["2020030921000303380758"]}"#)],
            ],
            refused: &[&[(
                MINI_APP,
                r#"{"mini_app_url": "/index", "mini_app_service_codes": ["2020030921000303380758"]}"#,
            )]],
            finding: (
                "voucher_customer_guide_info.voucher_use_guide_info.mini_app_use_guide_info.mini_app_url",
                AtMostOne,
            ),
        },
    ]);
}

const OWNER: &str = r#"{"business_type": "ISV_FOR_MERCHANT", "merchant_id_type": "PID", "merchant_id": "2088"}"#;
const MINI_APP: &str = "voucher_customer_guide_info.voucher_use_guide_info.mini_app_use_guide_info";

#[test]
fn a_way_to_spend_that_is_false_is_advised_against() {
    let [offline, mini_app] = [
        "customer_guide.voucher_use_guide.offline_code_use_guide",
        "customer_guide.voucher_use_guide.mini_app_use_guide",
    ];
    rule("ov-use-guide-at-least-one")
        .accepts(&older().request())
        .advises(&older().with(&[(offline, "false")]).request(), offline, ValueIf)
        .advises(&older().with(&[(offline, "false"), (mini_app, "false")]).request(), offline, ValueIf)
        .advises(&older().with(&[(offline, ""), (mini_app, "false")]).request(), mini_app, ValueIf);
}
