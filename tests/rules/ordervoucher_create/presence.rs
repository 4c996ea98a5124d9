//! What must be given in which situation, and what must not.

use alipay_apis::schema::Severity::{Advise, Refuse};
use alipay_apis::violation::RuleCode::{self, ForbiddenIf, RequiredIf, Requires};

use super::draft::{Change, Draft, Row, show};
use super::requests::{
    newer, newer_cities, newer_exchange, newer_platform, newer_relative, newer_special, older, older_cities,
    older_exchange, older_mini_app, older_owned, older_platform, older_relative,
};
use crate::shown::rule;

/// A field that must be given in the situation of the request, and may be missing in another.
struct Needed {
    id: &'static str,
    base: fn() -> Draft,
    path: &'static str,
    /// The other situation: what changes beside the field that is missing.
    elsewhere: &'static [Change],
}

/// The request itself is accepted; without the field it is found; and without the field in the other
/// situation it is accepted again.
fn needed(code: RuleCode, severity: alipay_apis::schema::Severity, rows: &[Needed]) {
    for &Needed { id, base, path, elsewhere } in rows {
        rule(id)
            .accepts(&base().request())
            .finds(&base().with(&[(path, "")]).request(), &[(path, code, severity)])
            .accepts(&base().with(&[(path, "")]).with(elsewhere).request());
    }
}

#[test]
fn what_must_be_given() {
    needed(
        RequiredIf,
        Refuse,
        &[
            Needed {
                id: "ov-brand-name-isv",
                base: older_platform,
                path: "voucher_display_info.brand_name",
                elsewhere: &[("belong_merchant_info", "")],
            },
            Needed {
                id: "ov-brand-logo-isv",
                base: older_platform,
                path: "voucher_display_info.brand_logo",
                elsewhere: &[("belong_merchant_info", "")],
            },
            Needed {
                id: "ov-pattern-brand-name-isv",
                base: newer_platform,
                path: "voucher_display_pattern_info.brand_name",
                elsewhere: &[("activity_base_info.belong_merchant_info", PROVIDER)],
            },
            Needed {
                id: "ov-pattern-brand-logo-isv",
                base: newer_platform,
                path: "voucher_display_pattern_info.brand_logo",
                elsewhere: &[("activity_base_info.belong_merchant_info", PROVIDER)],
            },
            Needed {
                id: "ov-image-required-exchange",
                base: older_exchange,
                path: "voucher_display_info.voucher_image",
                elsewhere: &[("voucher_type", "")],
            },
            Needed {
                id: "ov-pattern-name-exchange",
                base: newer_exchange,
                path: "voucher_display_pattern_info.voucher_name",
                elsewhere: &[("voucher_deduct_info.voucher_type", "")],
            },
            Needed {
                id: "ov-begin-required-absolute",
                base: older,
                path: "voucher_use_rule.voucher_valid_period.valid_begin_time",
                elsewhere: &[("voucher_use_rule.voucher_valid_period", RELATIVE)],
            },
            Needed {
                id: "ov-end-required-absolute",
                base: older,
                path: "voucher_use_rule.voucher_valid_period.valid_end_time",
                elsewhere: &[("voucher_use_rule.voucher_valid_period", RELATIVE)],
            },
            Needed {
                id: "ov-days-required-relative",
                base: older_relative,
                path: "voucher_use_rule.voucher_valid_period.valid_days_after_receive",
                elsewhere: &[("voucher_use_rule.voucher_valid_period", ABSOLUTE)],
            },
            Needed {
                id: "ov-fix-required",
                base: older,
                path: "voucher_use_rule.fix_voucher",
                elsewhere: &[("voucher_deduct_info.fix_voucher_info.amount", "10")],
            },
            Needed {
                id: "ov-exchange-required",
                base: older_exchange,
                path: "voucher_use_rule.exchange_voucher",
                elsewhere: &[("voucher_deduct_info.exchange_voucher_info.amount", "10")],
            },
            Needed {
                id: "ov-discount-required",
                base: super::requests::older_discount,
                path: "voucher_use_rule.discount_voucher",
                elsewhere: &[("voucher_deduct_info.discount_voucher_info.discount", "6.5")],
            },
            Needed {
                id: "ov-special-required",
                base: super::requests::older_special,
                path: "voucher_use_rule.special_voucher",
                elsewhere: &[("voucher_deduct_info.special_voucher_info.special_amount", "10")],
            },
            Needed {
                id: "ov-deduct-fix-required",
                base: newer,
                path: "voucher_deduct_info.fix_voucher_info",
                elsewhere: &[("voucher_deduct_info.voucher_type", "")],
            },
            Needed {
                id: "ov-deduct-discount-required",
                base: super::requests::newer_discount,
                path: "voucher_deduct_info.discount_voucher_info",
                elsewhere: &[("voucher_deduct_info.voucher_type", "")],
            },
            Needed {
                id: "ov-deduct-special-required",
                base: newer_special,
                path: "voucher_deduct_info.special_voucher_info",
                elsewhere: &[("voucher_deduct_info.voucher_type", "")],
            },
            Needed {
                id: "ov-deduct-exchange-required",
                base: newer_exchange,
                path: "voucher_deduct_info.exchange_voucher_info",
                elsewhere: &[("voucher_deduct_info.voucher_type", "")],
            },
            Needed {
                id: "ov-scope-shop-required",
                base: older,
                path: "voucher_use_rule.voucher_available_scope.order_voucher_available_shop",
                elsewhere: &[("voucher_use_rule.voucher_available_scope", CITIES)],
            },
            Needed {
                id: "ov-scope-city-required",
                base: older_cities,
                path: "voucher_use_rule.voucher_available_scope.order_voucher_available_city_code",
                elsewhere: &[("voucher_use_rule.voucher_available_scope", SHOPS)],
            },
            Needed {
                id: "ov-mini-app-id-required",
                base: older_mini_app_without_page,
                path: "customer_guide.voucher_use_guide.mini_app_id",
                elsewhere: &[("customer_guide.voucher_use_guide", r#"{"offline_code_use_guide": true}"#)],
            },
            Needed {
                id: "ov-send-guide-required-exchange",
                base: older_exchange,
                path: "customer_guide.voucher_send_guide",
                elsewhere: &[("voucher_type", "")],
            },
            Needed {
                id: "ov-detail-url-required-exchange",
                base: older_exchange,
                path: "customer_guide.voucher_send_guide.voucher_detail_url",
                elsewhere: &[("voucher_type", "")],
            },
            Needed {
                id: "ov-goods-name-required",
                base: newer_exchange,
                path: "voucher_available_scope_info.voucher_available_goods_info.goods_name",
                elsewhere: &[("voucher_available_scope_info.voucher_available_goods_info", "")],
            },
            Needed {
                id: "ov-goods-name-required",
                base: newer_special,
                path: "voucher_available_scope_info.voucher_available_goods_info.goods_name",
                elsewhere: &[("voucher_deduct_info.voucher_type", "FIX_VOUCHER"), FIX_INFO],
            },
            Needed {
                id: "ov-goods-origin-required",
                base: newer_special,
                path: "voucher_available_scope_info.voucher_available_goods_info.origin_amount",
                elsewhere: &[("voucher_deduct_info.voucher_type", "FIX_VOUCHER"), FIX_INFO],
            },
            Needed {
                id: "ov-merchant-id-type-required",
                base: older_owned,
                path: "belong_merchant_info.merchant_id_type",
                elsewhere: &[("belong_merchant_info", "")],
            },
            Needed {
                id: "ov-merchant-id-required",
                base: older_owned,
                path: "belong_merchant_info.merchant_id",
                elsewhere: &[("belong_merchant_info", "")],
            },
            Needed {
                id: "ov-base-merchant-id-type-required",
                base: newer,
                path: "activity_base_info.belong_merchant_info.merchant_id_type",
                elsewhere: &[("activity_base_info", ""), ("merchant_access_mode", "")],
            },
            Needed {
                id: "ov-base-merchant-id-required",
                base: newer,
                path: "activity_base_info.belong_merchant_info.merchant_id",
                elsewhere: &[("activity_base_info", ""), ("merchant_access_mode", "")],
            },
        ],
    );
}

const PROVIDER: &str = r#"{"business_type": "ISV_FOR_MERCHANT", "merchant_id_type": "PID", "merchant_id": "2088"}"#;
const RELATIVE: &str = r#"{"type": "RELATIVE", "valid_days_after_receive": 1}"#;
const ABSOLUTE: &str = r#"{"type": "ABSOLUTE", "valid_begin_time": "2026-12-01 00:00:00",
    "valid_end_time": "2027-01-15 23:59:59"}"#;
const CITIES: &str =
    r#"{"voucher_available_type": "CITY_CODE", "order_voucher_available_city_code": {"all_city": true}}"#;
const SHOPS: &str = r#"{"voucher_available_type": "SHOP", "order_voucher_available_shop": {"shop_ids": ["1"]}}"#;
const FIX_INFO: Change = ("voucher_deduct_info.fix_voucher_info.amount", "10");

fn older_mini_app_without_page() -> Draft {
    older_mini_app().with(&[("customer_guide.voucher_use_guide.mini_app_path", "")])
}

#[test]
fn what_should_be_given() {
    needed(
        RequiredIf,
        Advise,
        &[
            Needed {
                id: "ov-merchant-id-type-required-by-default",
                base: older_owned_by_default,
                path: "belong_merchant_info.merchant_id_type",
                elsewhere: &[("belong_merchant_info", "")],
            },
            Needed {
                id: "ov-merchant-id-required-by-default",
                base: older_owned_by_default,
                path: "belong_merchant_info.merchant_id",
                elsewhere: &[("belong_merchant_info", "")],
            },
            Needed {
                id: "ov-base-merchant-id-type-required-by-default",
                base: newer_owned_by_default,
                path: "activity_base_info.belong_merchant_info.merchant_id_type",
                elsewhere: &[("activity_base_info.belong_merchant_info", ""), ("merchant_access_mode", "")],
            },
            Needed {
                id: "ov-base-merchant-id-required-by-default",
                base: newer_owned_by_default,
                path: "activity_base_info.belong_merchant_info.merchant_id",
                elsewhere: &[("activity_base_info.belong_merchant_info", ""), ("merchant_access_mode", "")],
            },
            Needed {
                id: "ov-city-codes-needed",
                base: older_cities,
                path: "voucher_use_rule.voucher_available_scope.order_voucher_available_city_code.city_codes",
                elsewhere: &[(
                    "voucher_use_rule.voucher_available_scope.order_voucher_available_city_code.all_city",
                    "true",
                )],
            },
            Needed {
                id: "ov-geo-city-codes-needed",
                base: newer_cities,
                path: "voucher_available_scope_info.voucher_available_geography_scope_info.available_geography_city_info.available_city_codes",
                elsewhere: &[(
                    "voucher_available_scope_info.voucher_available_geography_scope_info.available_geography_city_info.all_city",
                    "true",
                )],
            },
            Needed {
                id: "ov-period-absolute-object",
                base: newer,
                path: "voucher_use_rule_info.voucher_use_time_info.absolute_period_info",
                elsewhere: &[("voucher_use_rule_info.voucher_use_time_info.period_type", "")],
            },
            Needed {
                id: "ov-period-relative-object",
                base: newer_relative,
                path: "voucher_use_rule_info.voucher_use_time_info.relative_period_info",
                elsewhere: &[("voucher_use_rule_info.voucher_use_time_info.period_type", "")],
            },
            Needed {
                id: "ov-geo-shop-object",
                base: newer,
                path: "voucher_available_scope_info.voucher_available_geography_scope_info.available_geography_shop_info",
                elsewhere: &[(
                    "voucher_available_scope_info.voucher_available_geography_scope_info.available_geography_scope_type",
                    "",
                )],
            },
            Needed {
                id: "ov-geo-city-object",
                base: newer_cities,
                path: "voucher_available_scope_info.voucher_available_geography_scope_info.available_geography_city_info",
                elsewhere: &[(
                    "voucher_available_scope_info.voucher_available_geography_scope_info.available_geography_scope_type",
                    "",
                )],
            },
            Needed {
                id: "ov-sale-mode-object",
                base: newer_sold,
                path: "voucher_send_mode_info.voucher_sale_mode_info",
                elsewhere: &[("voucher_send_mode_info.voucher_send_mode", "DIRECT_SEND_MODE")],
            },
            Needed {
                id: "ov-package-mode-object",
                base: newer_packed,
                path: "voucher_send_mode_info.voucher_package_mode_info",
                elsewhere: &[("voucher_send_mode_info.voucher_send_mode", "DIRECT_SEND_MODE")],
            },
            Needed {
                id: "ov-voucher-quantity-positive",
                base: older,
                path: "voucher_send_rule.voucher_quantity",
                elsewhere: &[("code_mode", "MERCHANT_UPLOAD")],
            },
            Needed {
                id: "ov-quantity-positive",
                base: newer,
                path: "voucher_send_mode_info.voucher_send_rule_info.quantity",
                elsewhere: &[("activity_base_info.code_mode", "")],
            },
        ],
    );
}

fn older_owned_by_default() -> Draft {
    older_owned().with(&[("belong_merchant_info.business_type", "")])
}

fn newer_owned_by_default() -> Draft {
    newer().with(&[("activity_base_info.belong_merchant_info.business_type", "")])
}

fn newer_sold() -> Draft {
    newer().with(&[
        ("voucher_send_mode_info.voucher_send_mode", "SALE_MODE"),
        ("voucher_send_mode_info.voucher_sale_mode_info.sale_amount", "9.9"),
    ])
}

fn newer_packed() -> Draft {
    newer().with(&[
        ("voucher_send_mode_info.voucher_send_mode", "VOUCHER_PACKAGE"),
        ("voucher_send_mode_info.voucher_package_mode_info.voucher_package_id", "IP20220628016671405804297103167741"),
    ])
}

/// The owner may stand in either structure, and so may the kind of voucher.
#[test]
fn a_situation_is_looked_for_in_both_structures() {
    let platform = older_platform()
        .with(&[("belong_merchant_info", ""), ("activity_base_info.belong_merchant_info.business_type", "ISV")]);
    rule("ov-brand-name-isv").accepts(&platform.request()).refuses(
        &platform.clone().with(&[("voucher_display_info.brand_name", "")]).request(),
        "voucher_display_info.brand_name",
        RequiredIf,
    );
    // The first that is given decides.
    let both = platform.with(&[("belong_merchant_info", PROVIDER), ("voucher_display_info.brand_name", "")]);
    assert_eq!(both.request().review(), []);

    let name = "voucher_display_pattern_info.voucher_name";
    let untyped = newer_exchange().with(&[("voucher_deduct_info.voucher_type", "")]);
    rule("ov-pattern-name-exchange").accepts(&untyped.request()).refuses(
        &untyped.with(&[("voucher_type", "EXCHANGE_VOUCHER"), (name, "")]).request(),
        name,
        RequiredIf,
    );
}

#[test]
fn what_must_not_be_given() {
    show(
        Refuse,
        &[
            Row {
                id: "ov-detail-images-not-exchange",
                base: older_exchange,
                accepted: &[&[], &[DETAIL_IMAGES, ("voucher_type", "")]],
                refused: &[&[DETAIL_IMAGES]],
                finding: ("voucher_display_info.voucher_detail_images", ForbiddenIf),
            },
            Row {
                id: "ov-pattern-detail-images-not-exchange",
                base: newer_exchange,
                accepted: &[&[], &[PATTERN_IMAGE, PATTERN_DETAIL_IMAGES, ("voucher_deduct_info.voucher_type", "")]],
                refused: &[&[PATTERN_IMAGE, PATTERN_DETAIL_IMAGES]],
                finding: ("voucher_display_pattern_info.voucher_detail_images", ForbiddenIf),
            },
            Row {
                id: "ov-detail-images-need-cover",
                base: older,
                accepted: &[&[], &[DETAIL_IMAGES]],
                refused: &[&[DETAIL_IMAGES, ("voucher_display_info.voucher_image", "")]],
                finding: ("voucher_display_info.voucher_detail_images", Requires),
            },
            Row {
                id: "ov-pattern-detail-images-need-cover",
                base: newer,
                accepted: &[&[], &[PATTERN_DETAIL_IMAGES, PATTERN_IMAGE]],
                refused: &[&[PATTERN_DETAIL_IMAGES]],
                finding: ("voucher_display_pattern_info.voucher_detail_images", Requires),
            },
        ],
    );
    show(
        Advise,
        &[
            Row {
                id: "ov-comment-exchange-only",
                base: older,
                accepted: &[&[], &[("voucher_type", ""), COMMENT]],
                refused: &[&[COMMENT]],
                finding: ("voucher_display_info.voucher_comment", ForbiddenIf),
            },
            Row {
                id: "ov-comment-exchange-only",
                base: older_exchange,
                accepted: &[&[COMMENT]],
                refused: &[&[COMMENT, ("voucher_type", "DISCOUNT_VOUCHER"), DISCOUNT]],
                finding: ("voucher_display_info.voucher_comment", ForbiddenIf),
            },
            Row {
                id: "ov-mini-app-path-needs-id",
                base: older,
                accepted: &[&[PATH, ("customer_guide.voucher_use_guide.mini_app_id", "\"2021\"")]],
                refused: &[&[PATH]],
                finding: ("customer_guide.voucher_use_guide.mini_app_path", Requires),
            },
            Row {
                id: "ov-service-codes-need-id",
                base: older,
                accepted: &[&[SERVICE, ("customer_guide.voucher_use_guide.mini_app_id", "\"2021\"")]],
                refused: &[&[SERVICE]],
                finding: ("customer_guide.voucher_use_guide.service_codes", Requires),
            },
        ],
    );
}

const DETAIL_IMAGES: Change = ("voucher_display_info.voucher_detail_images", r#"["adeDSktiQO"]"#);
const PATTERN_IMAGE: Change = ("voucher_display_pattern_info.voucher_image", "adeDSktiQO");
const PATTERN_DETAIL_IMAGES: Change = ("voucher_display_pattern_info.voucher_detail_images", r#"["adeDSktiQO"]"#);
const COMMENT: Change = ("voucher_display_info.voucher_comment", "食材新鲜,品质之选");
const DISCOUNT: Change = ("voucher_use_rule.discount_voucher", r#"{"discount": "6.5", "ceiling_amount": "50"}"#);
const PATH: Change = ("customer_guide.voucher_use_guide.mini_app_path", "/index");
const SERVICE: Change = ("customer_guide.voucher_use_guide.service_codes", r#"["2020030921000303380758"]"#);
