//! What the client leaves to the gateway: rules that only the gateway can judge, values that it fills
//! in or drops, and rules that the page contradicts too much to be held to.
//!
//! For each rule two requests, one that keeps it and one that does not. The client finds nothing in
//! either and sends both. The gateway, which is scripted here to know one of the two, takes the first
//! and answers the second with the code that the page lists, or takes both where there is nothing to
//! refuse.

use alipay_apis::marketing::{ActivityOrdervoucherCreate, ActivityOrdervoucherCreateError as Code};
use alipay_apis::{ErrorCode, Retry};
use alipay_sandbox::{Gateway, Reply, demo};
use serde_json::json;

use super::draft::{Change, Draft, enforced};
use super::requests::{
    bakery_older, newer, newer_cities, newer_discount, newer_exchange, newer_relative, older, older_cities,
    older_discount, older_exchange, older_mini_app, older_owned, older_platform,
};
use crate::shown::rule;

/// A rule's id, a request that keeps it, and what changes so that it is not kept, or only seems not to.
type Case = (&'static str, fn() -> Draft, &'static [Change]);

const GEO_SHOPS: &str =
    "voucher_available_scope_info.voucher_available_geography_scope_info.available_geography_shop_info";

/// The gateway knows accounts, authorisations, shops, mini programs and pictures; the client does not.
const UNKNOWN_TO_THE_CLIENT: &[(Code, &[Case])] = &[
    (
        Code::BizError,
        &[
            ("ov-smid-bound-to-pid", older_owned, &[("belong_merchant_info.merchant_id", "\"2088999999999999\"")]),
            ("ov-agency-authorised", older_owned, &[("belong_merchant_info.merchant_id", "\"2088999999999998\"")]),
            (
                "ov-base-smid-bound-to-pid",
                newer,
                &[("activity_base_info.belong_merchant_info.merchant_id_type", "SMID")],
            ),
            (
                "ov-base-agency-authorised",
                newer,
                &[("activity_base_info.belong_merchant_info.merchant_id", "\"2088999999999998\"")],
            ),
            (
                "ov-base-owner-for-provider",
                newer,
                &[("activity_base_info.belong_merchant_info", ""), ("merchant_access_mode", "")],
            ),
            (
                "ov-shops-belong-to-merchant",
                older,
                &[("voucher_use_rule.voucher_available_scope.order_voucher_available_shop.shop_ids", r#"["0"]"#)],
            ),
            (
                "ov-mini-app-belongs-to-merchant",
                older_mini_app,
                &[("customer_guide.voucher_use_guide.mini_app_id", "\"2021000000000000\"")],
            ),
            (
                "ov-mini-app-id-owner",
                older_mini_app,
                &[("customer_guide.voucher_use_guide.mini_app_id", "\"2021000000000001\"")],
            ),
            (
                "ov-all-shop-merchant-owner",
                newer_all_shops,
                &[(ALL_SHOPS, r#"{"available_geography_all_shop": {"merchant_ids": ["2088999999999999"]}}"#)],
            ),
            ("ov-one-operation-at-a-time", older, &[("out_biz_no", "\"20261123000008\"")]),
        ],
    ),
    (
        Code::InvalidParameter,
        &[
            ("ov-brand-logo-upload", older_platform, &[("voucher_display_info.brand_logo", "not-uploaded")]),
            ("ov-image-upload", older, &[("voucher_display_info.voucher_image", "not-uploaded")]),
            (
                "ov-detail-images-upload",
                older,
                &[("voucher_display_info.voucher_detail_images", r#"["not-uploaded"]"#)],
            ),
            ("ov-pattern-brand-logo-upload", newer, &[("voucher_display_pattern_info.brand_logo", "not-uploaded")]),
            ("ov-pattern-image-upload", newer, &[("voucher_display_pattern_info.voucher_image", "not-uploaded")]),
            (
                "ov-pattern-detail-images-upload",
                newer,
                &[
                    ("voucher_display_pattern_info.voucher_image", "adeDSktiQO"),
                    ("voucher_display_pattern_info.voucher_detail_images", r#"["not-uploaded"]"#),
                ],
            ),
            ("ov-exclude-shops-kind", older_all_shops, &[(EXCLUDED, r#"["no-shop-of-alipay"]"#)]),
            (
                "ov-shops-kind",
                older,
                &[("voucher_use_rule.voucher_available_scope.order_voucher_available_shop.shop_ids", r#"["no-shop"]"#)],
            ),
            (
                "ov-real-shops-kind",
                older,
                &[(
                    "voucher_use_rule.voucher_available_scope.order_voucher_available_shop",
                    r#"{"real_shop_ids": ["no-shop"]}"#,
                )],
            ),
            ("ov-geo-shops-kind", newer, &[(GEO_SHOPS, r#"{"available_shop_ids": ["no-shop"]}"#)]),
            ("ov-geo-real-shops-kind", newer, &[(GEO_SHOPS, r#"{"available_real_shop_ids": ["no-shop"]}"#)]),
            (
                "ov-geo-exclude-shops-kind",
                newer,
                &[(GEO_SHOPS, r#"{"available_geography_all_shop": {"exclude_shop_ids": ["no-shop"]}}"#)],
            ),
            (
                "ov-app-ids-kind",
                newer,
                &[("voucher_available_scope_info.voucher_available_app_info.available_app_ids", r#"["no-app"]"#)],
            ),
            (
                "ov-city-codes-table",
                older_cities,
                &[(
                    "voucher_use_rule.voucher_available_scope.order_voucher_available_city_code.city_codes",
                    r#"["000000"]"#,
                )],
            ),
            (
                "ov-geo-city-codes-table",
                newer_cities,
                &[(
                    "voucher_available_scope_info.voucher_available_geography_scope_info.available_geography_city_info.available_city_codes",
                    r#"["000000"]"#,
                )],
            ),
            (
                "ov-package-id-source",
                newer,
                &[("voucher_send_mode_info.voucher_package_mode_info.voucher_package_id", "no-package")],
            ),
            (
                "ov-service-codes-source",
                older_service,
                &[("customer_guide.voucher_use_guide.service_codes", r#"["no-service"]"#)],
            ),
            (
                "ov-use-service-codes-source",
                newer,
                &[(
                    "voucher_customer_guide_info.voucher_use_guide_info.mini_app_use_guide_info.mini_app_service_codes",
                    r#"["no-service"]"#,
                )],
            ),
            (
                "ov-promotion-needs-biz-type",
                newer_promoted,
                &[("voucher_deduct_info.exchange_voucher_info.biz_type", "")],
            ),
            ("ov-out-biz-no-idempotent", older, &[("activity_name", "另一个活动")]),
        ],
    ),
    (
        Code::DiscountAmountInsufficient,
        &[
            (
                "ov-discount-not-too-small",
                older_discount,
                &[("voucher_use_rule.discount_voucher.ceiling_amount", "\"0.1\"")],
            ),
            (
                "ov-discount-not-too-small",
                newer_discount,
                &[("voucher_deduct_info.discount_voucher_info.ceiling_amount", "\"0.1\"")],
            ),
        ],
    ),
];

const ALL_SHOPS: &str = GEO_SHOPS;
const EXCLUDED: &str = "voucher_use_rule.voucher_available_scope.order_voucher_available_shop.order_voucher_merchant_all_shop.exclude_shop_ids";

fn newer_all_shops() -> Draft {
    newer().with(&[(ALL_SHOPS, r#"{"available_geography_all_shop": {"merchant_ids": ["2088102111111111"]}}"#)])
}

fn older_all_shops() -> Draft {
    older().with(&[(
        "voucher_use_rule.voucher_available_scope.order_voucher_available_shop",
        r#"{"order_voucher_merchant_all_shop": {"exclude_shop_ids": ["2018051000502000000011111111"]}}"#,
    )])
}

fn older_service() -> Draft {
    older_mini_app().with(&[
        ("customer_guide.voucher_use_guide.mini_app_path", ""),
        ("customer_guide.voucher_use_guide.service_codes", r#"["2020030921000303380758"]"#),
    ])
}

fn newer_promoted() -> Draft {
    newer_exchange().with(&[("voucher_deduct_info.exchange_voucher_info.biz_type", "GROUP_BUY_EXCHANGE_VOUCHER")])
}

/// What is left out the gateway fills in, what stands twice it drops, and what the page contradicts
/// nobody asks for: both requests are taken.
const TAKEN_EITHER_WAY: &[Case] = &[
    // Filled in.
    ("ov-business-type-default", older_owned, &[("belong_merchant_info.business_type", "ISV_FOR_MERCHANT")]),
    (
        "ov-base-business-type-default",
        newer,
        &[("activity_base_info.belong_merchant_info.business_type", "ISV_FOR_MERCHANT")],
    ),
    ("ov-owner-default", older_owned, &[("belong_merchant_info", "")]),
    ("ov-brand-name-default", older, &[("voucher_display_info.brand_name", "")]),
    ("ov-pattern-brand-name-default", newer, &[("voucher_display_pattern_info.brand_name", "")]),
    ("ov-wait-days-default", older, &[("voucher_use_rule.voucher_valid_period.wait_days_after_receive", "0")]),
    (
        "ov-rel-wait-zero",
        newer_relative,
        &[("voucher_use_rule_info.voucher_use_time_info.relative_period_info.wait_days_after_receive", "0")],
    ),
    ("ov-floor-default", older, &[("voucher_use_rule.fix_voucher.floor_amount", "")]),
    ("ov-floor-default", newer, &[("voucher_deduct_info.fix_voucher_info.floor_amount", "")]),
    ("ov-exchange-refundable-default", older_exchange, &[("voucher_use_rule.exchange_voucher.refundable", "false")]),
    (
        "ov-exchange-overdue-refundable-default",
        older_exchange,
        &[("voucher_use_rule.exchange_voucher.overdue_refundable", "false")],
    ),
    ("ov-sale-refundable-default", newer, &[("voucher_send_mode_info.voucher_sale_mode_info.refundable", "false")]),
    (
        "ov-sale-overdue-refundable-default",
        newer,
        &[("voucher_send_mode_info.voucher_sale_mode_info.overdue_refundable", "false")],
    ),
    (
        "ov-real-name-limit-default",
        newer,
        &[("voucher_send_mode_info.voucher_send_rule_info.real_name_limit", "false")],
    ),
    ("ov-per-user-limit-default", older, &[("voucher_send_rule.voucher_quantity_limit_per_user", "0")]),
    (
        "ov-per-user-limit-default",
        newer,
        &[("voucher_send_mode_info.voucher_send_rule_info.quantity_limit_per_user", "")],
    ),
    (
        "ov-per-user-period-default",
        newer,
        &[("voucher_send_mode_info.voucher_send_rule_info.quantity_limit_per_user_period_type", "")],
    ),
    (
        "ov-all-city-fills",
        older_cities,
        &[("voucher_use_rule.voucher_available_scope.order_voucher_available_city_code.all_city", "true")],
    ),
    (
        "ov-geo-all-city-fills",
        newer_cities,
        &[(
            "voucher_available_scope_info.voucher_available_geography_scope_info.available_geography_city_info",
            r#"{"all_city": true}"#,
        )],
    ),
    ("ov-operation-status-empty", newer, &[("activity_base_info.activity_operation_status", "CREATING")]),
    ("ov-activity-status-empty", newer, &[("activity_base_info.activity_status", "ACTIVE")]),
    // Dropped.
    (
        "ov-shops-dedupe",
        older,
        &[("voucher_use_rule.voucher_available_scope.order_voucher_available_shop.shop_ids", r#"["1", "1"]"#)],
    ),
    (
        "ov-real-shops-dedupe",
        older,
        &[(
            "voucher_use_rule.voucher_available_scope.order_voucher_available_shop",
            r#"{"real_shop_ids": ["1", "1"]}"#,
        )],
    ),
    ("ov-exclude-shops-dedupe", older_all_shops, &[(EXCLUDED, r#"["1", "1"]"#)]),
    ("ov-geo-shops-dedupe", newer, &[(GEO_SHOPS, r#"{"available_shop_ids": ["1", "1"]}"#)]),
    ("ov-geo-real-shops-dedupe", newer, &[(GEO_SHOPS, r#"{"available_real_shop_ids": ["1", "1"]}"#)]),
    (
        "ov-geo-exclude-shops-dedupe",
        newer,
        &[(GEO_SHOPS, r#"{"available_geography_all_shop": {"exclude_shop_ids": ["1", "1"]}}"#)],
    ),
    (
        "ov-app-ids-dedupe",
        newer,
        &[("voucher_available_scope_info.voucher_available_app_info.available_app_ids", r#"["1", "1"]"#)],
    ),
    // Contradicted, or a duty of the caller's afterwards.
    ("ov-wait-days-relative-only", older, &[("voucher_use_rule.voucher_valid_period.wait_days_after_receive", "2")]),
    ("ov-exchange-floor-display-only", older_exchange, &[("voucher_use_rule.exchange_voucher.floor_amount", "1000")]),
    ("ov-overdue-refund-duty", older_exchange, &[("voucher_use_rule.exchange_voucher.overdue_refundable", "true")]),
    ("ov-send-url-needs-id", newer, &[(SEND_URL, "/index")]),
    ("ov-send-url-relative", newer, &[(SEND_URL, "alipays://platformapi/startapp?appId=xxxx")]),
    ("ov-send-url-or-service-codes", newer, &[(SEND_URL, "/index")]),
    ("ov-use-url-needs-id", newer, &[(USE_URL, "/index")]),
    ("ov-use-url-relative", newer, &[(USE_URL, "alipays://platformapi/startapp?appId=xxxx")]),
    (
        "ov-use-service-codes-need-id",
        newer,
        &[(
            "voucher_customer_guide_info.voucher_use_guide_info.mini_app_use_guide_info.mini_app_service_codes",
            r#"["2020030921000303380758"]"#,
        )],
    ),
    (
        "ov-publish-span-180-days",
        older,
        &[
            ("publish_end_time", "2027-12-31 23:59:59"),
            ("voucher_use_rule.voucher_valid_period.valid_end_time", "2028-01-31 23:59:59"),
        ],
    ),
    (
        "ov-upload-mode-follow-up",
        older,
        &[("code_mode", "MERCHANT_UPLOAD"), ("voucher_send_rule.voucher_quantity", "0")],
    ),
    ("ov-creation-is-asynchronous", older, &[("out_biz_no", "\"20261123000009\"")]),
];

const SEND_URL: &str = "voucher_customer_guide_info.voucher_send_guide_info.mini_app_send_guide_info.mini_app_url";
const USE_URL: &str = "voucher_customer_guide_info.voucher_use_guide_info.mini_app_use_guide_info.mini_app_url";

const METHOD: &str = ActivityOrdervoucherCreate::METHOD;

#[tokio::test]
async fn what_only_the_gateway_knows_it_refuses_with_a_typed_code() {
    let gateway = Gateway::start_demo().await.expect("a port is free");
    let client = gateway.demo_client().build().expect("a client");
    for (code, cases) in UNKNOWN_TO_THE_CLIENT {
        for &(id, base, changes) in *cases {
            let (kept, broken) = (base().request(), base().with(changes).request());
            assert_eq!(enforced(id), "off");
            assert_ne!(kept, broken, "{id}");
            assert_eq!((kept.review(), broken.review()), (vec![], vec![]), "{id}: the client has nothing to say");

            gateway.once(METHOD, Reply::success(json!({ "activity_id": "1" })));
            let taken = kept.call(&client).await;
            gateway.once(METHOD, Reply::business_error(code.as_str(), "业务异常"));
            let refused = broken.call(&client).await.expect_err("the gateway refuses");
            rule(id).holds(taken.is_ok(), refused.error_code::<Code>().as_ref() == Some(code));
        }
    }
    assert_eq!(demo::APP_ID, gateway.calls().last().expect("calls were made").app_id());
}

#[tokio::test]
async fn what_the_gateway_fills_in_or_drops_is_sent_as_it_is() {
    let gateway = Gateway::start_demo().await.expect("a port is free");
    let client = gateway.demo_client().build().expect("a client");
    for &(id, base, changes) in TAKEN_EITHER_WAY {
        assert_eq!(enforced(id), "off");
        let mut sent = Vec::new();
        for draft in [base(), base().with(changes)] {
            let request = draft.request();
            assert_eq!(request.review(), [], "{id}: the client has nothing to say");
            gateway.once(METHOD, Reply::success(json!({ "activity_id": "1" })));
            let answer = request.call(&client).await.expect("taken");
            let received = gateway.calls().last().expect("a call").biz_content();
            sent.push(answer.activity_id == "1" && received == Draft::of(&request).0);
        }
        rule(id).holds(sent[0], sent[1]);
    }
}

#[tokio::test]
async fn each_code_of_the_page_says_whether_to_send_again() {
    let gateway = Gateway::start_demo().await.expect("a port is free");
    let client = gateway.demo_client().build().expect("a client");
    for (text, code, retry) in [
        ("SYSTEM_ERROR", Code::SystemError, Some(Retry::Later)),
        ("INVALID_PARAMETER", Code::InvalidParameter, Some(Retry::FixInput)),
        ("BIZ_ERROR", Code::BizError, Some(Retry::FixInput)),
        ("DISCOUNT_AMOUNT_INSUFFICIENT", Code::DiscountAmountInsufficient, Some(Retry::FixInput)),
        ("BUSINESS_HAS_RISK", Code::BusinessHasRisk, Some(Retry::Never)),
        ("SOMETHING_NEW", Code::Unknown("SOMETHING_NEW".into()), None),
    ] {
        gateway.once(METHOD, Reply::business_error(text, "业务异常"));
        let error = bakery_older().call(&client).await.expect_err("the gateway refuses");
        let found = error.error_code::<Code>();
        assert_eq!(found.as_ref(), Some(&code));
        assert_eq!(found.and_then(|code| code.retry()), retry, "{text}");
    }
}
