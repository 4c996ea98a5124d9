//! What must be given, or should be, in which situation.

use alipay_apis::schema::Severity::Advise;
use alipay_apis::violation::RuleCode::RequiredIf;

use super::draft::{Change, Draft, severity};
use super::requests::{
    newer, newer_cities, newer_discount, newer_exchange, newer_platform, newer_relative, newer_special, older,
    older_cities, older_discount, older_exchange, older_mini_app, older_owned, older_platform, older_relative,
    older_special,
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
fn needed(rows: &[Needed]) {
    for &Needed { id, base, path, elsewhere } in rows {
        rule(id)
            .accepts(&base().request())
            .finds(&base().with(&[(path, "")]).request(), &[(path, RequiredIf, severity(id))])
            .accepts(&base().with(&[(path, "")]).with(elsewhere).request());
    }
}

const NEEDED: &[Needed] = &[
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
        base: older_discount,
        path: "voucher_use_rule.discount_voucher",
        elsewhere: &[("voucher_deduct_info.discount_voucher_info.discount", "6.5")],
    },
    Needed {
        id: "ov-special-required",
        base: older_special,
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
        base: newer_discount,
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
];

#[test]
fn what_must_be_given() {
    needed(NEEDED);
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
    needed(&[
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
    ]);
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

/// Where codes are named when a voucher is issued, somebody must say how many there are; a quantity
/// that is missing may be meant.
#[test]
fn a_quantity_that_is_missing_is_only_advised_against() {
    let [older_quantity, newer_quantity] =
        ["voucher_send_rule.voucher_quantity", "voucher_send_mode_info.voucher_send_rule_info.quantity"];
    for (id, base, path, twin) in [
        ("ov-voucher-quantity-positive", older as fn() -> Draft, older_quantity, newer_quantity),
        ("ov-quantity-positive", newer, newer_quantity, older_quantity),
    ] {
        rule(id)
            .accepts(&base().request())
            .accepts(&base().with(&[(path, ""), (twin, "1000")]).request())
            .finds(&base().with(&[(path, "")]).request(), &[(path, RequiredIf, Advise)]);
    }
}
