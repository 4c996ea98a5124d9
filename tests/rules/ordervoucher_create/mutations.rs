//! For each rule that the client enforces, a change that breaks it and nothing else.

use alipay_apis::schema::Severity;
use alipay_apis::violation::RuleCode::{
    self, AllOrNone, AtLeast, AtLeastOne, AtMostOne, Check, ExactlyOne, Excludes, ForbiddenIf, GreaterThan, MaxItems,
    Required, RequiredIf, Requires, SameAs, ValueIf,
};

use super::draft::{Change, Draft, severity};

/// What must hold of a request so that the change breaks the rule and nothing else: the value at a path,
/// `*` for any value, or nothing.
type Given = (&'static str, &'static str);

pub(super) type Finding = (String, RuleCode, Severity);

pub(super) struct Mutation {
    pub(super) id: &'static str,
    given: &'static [Given],
    changes: &'static [Change],
    findings: &'static [(&'static str, RuleCode)],
}

impl Mutation {
    /// The broken request and what is found in it; `None` where the change would not break the rule.
    pub(super) fn apply(&self, valid: &Draft) -> Option<(Draft, Vec<Finding>)> {
        let holds = |(path, value): &Given| match (valid.at(path), *value) {
            (found, "") => found.is_none(),
            (found, "*") => found.is_some(),
            (found, value) => found.is_some_and(|found| found.as_str() == Some(value)),
        };
        // A field that is required in the table and not in the text is asked for as advice.
        let severity = |code| if code == Required { Severity::Advise } else { severity(self.id) };
        let findings = self.findings.iter().map(|&(path, code)| (path.to_owned(), code, severity(code)));
        self.given.iter().all(holds).then(|| (valid.clone().with(self.changes), findings.collect()))
    }
}

/// A path by the name of its object.
macro_rules! at {
    (base $field:literal) => {
        concat!("activity_base_info.", $field)
    };
    (owner $field:literal) => {
        concat!("belong_merchant_info.", $field)
    };
    (base_owner $field:literal) => {
        concat!("activity_base_info.belong_merchant_info.", $field)
    };
    (display $field:literal) => {
        concat!("voucher_display_info.", $field)
    };
    (pattern $field:literal) => {
        concat!("voucher_display_pattern_info.", $field)
    };
    (rule $field:literal) => {
        concat!("voucher_use_rule.", $field)
    };
    (period $field:literal) => {
        concat!("voucher_use_rule.voucher_valid_period.", $field)
    };
    (scope $field:literal) => {
        concat!("voucher_use_rule.voucher_available_scope.", $field)
    };
    (guide $field:literal) => {
        concat!("customer_guide.voucher_use_guide.", $field)
    };
    (mode $field:literal) => {
        concat!("voucher_send_mode_info.", $field)
    };
    (send $field:literal) => {
        concat!("voucher_send_mode_info.voucher_send_rule_info.", $field)
    };
    (deduct $field:literal) => {
        concat!("voucher_deduct_info.", $field)
    };
    (available $field:literal) => {
        concat!("voucher_available_scope_info.", $field)
    };
    (goods $field:literal) => {
        concat!("voucher_available_scope_info.voucher_available_goods_info.", $field)
    };
    (geo $field:literal) => {
        concat!("voucher_available_scope_info.voucher_available_geography_scope_info.", $field)
    };
    (time $field:literal) => {
        concat!("voucher_use_rule_info.voucher_use_time_info.", $field)
    };
    (mini_app $field:literal) => {
        concat!("voucher_customer_guide_info.voucher_use_guide_info.mini_app_use_guide_info", $field)
    };
}

/// `id: given => changes => findings`
macro_rules! mutations {
    ($($id:literal: [$($given:expr),*] => [$($change:expr),*] => [$($path:expr => $code:expr),+];)*) => {
        &[$(Mutation {
            id: $id,
            given: &[$($given),*],
            changes: &[$($change),*],
            findings: &[$(($path, $code)),+],
        }),*]
    };
}

const IS_FIX: Given = ("voucher_type", "FIX_VOUCHER");
const IS_EXCHANGE: Given = ("voucher_type", "EXCHANGE_VOUCHER");
const IS_ABSOLUTE: Given = (at!(period "type"), "ABSOLUTE");
const IS_OLDER: Given = ("voucher_deduct_info", "");
const IS_NEWER: Given = ("voucher_type", "");
const HAS_DISPLAY: Given = (at!(display "voucher_description"), "*");
const HAS_SCOPE: Given = ("voucher_available_scope_info", "*");
const LATE: &str = "2099-12-31 23:59:59";
const EARLY: &str = "2000-01-01 00:00:00";
const DISCOUNT: Change = (at!(rule "discount_voucher"), r#"{"discount": "6.5", "ceiling_amount": "50"}"#);

pub(super) const OLDER: &[Mutation] = mutations! {
    "ov-isv-needs-exchange": [(at!(owner "business_type"), "ISV"), IS_OLDER, (at!(display "voucher_comment"), "")]
        => [("voucher_type", "DISCOUNT_VOUCHER"), DISCOUNT]
        => ["voucher_type" => ValueIf];
    "ov-merchant-id-type-required": [(at!(owner "business_type"), "ISV_FOR_MERCHANT")]
        => [(at!(owner "merchant_id_type"), "")]
        => [at!(owner "merchant_id_type") => RequiredIf];
    "ov-merchant-id-required": [(at!(owner "business_type"), "ISV_FOR_MERCHANT")]
        => [(at!(owner "merchant_id"), "")]
        => [at!(owner "merchant_id") => RequiredIf];
    "ov-merchant-id-type-required-by-default": [(at!(owner "business_type"), ""), (at!(owner "merchant_id"), "*")]
        => [(at!(owner "merchant_id_type"), "")]
        => [at!(owner "merchant_id_type") => RequiredIf];
    "ov-merchant-id-required-by-default": [(at!(owner "business_type"), ""), (at!(owner "merchant_id"), "*")]
        => [(at!(owner "merchant_id"), "")]
        => [at!(owner "merchant_id") => RequiredIf];
    "ov-agency-mode-names-owner": [("belong_merchant_info", ""), (at!(base "belong_merchant_info"), "")]
        => [("merchant_access_mode", "AGENCY_MODE")]
        => ["belong_merchant_info" => AtLeastOne];
    "ov-brand-name-isv": [(at!(owner "business_type"), "ISV"), HAS_DISPLAY]
        => [(at!(display "brand_name"), "")]
        => [at!(display "brand_name") => RequiredIf];
    "ov-brand-logo-isv": [(at!(owner "business_type"), "ISV"), HAS_DISPLAY]
        => [(at!(display "brand_logo"), "")]
        => [at!(display "brand_logo") => RequiredIf];
    "ov-comment-exchange-only": [IS_FIX] => [(at!(display "voucher_comment"), "美味")]
        => [at!(display "voucher_comment") => ForbiddenIf];
    "ov-image-required-exchange": [IS_EXCHANGE] => [(at!(display "voucher_image"), "")]
        => [at!(display "voucher_image") => RequiredIf];
    "ov-detail-images-need-cover": [(at!(display "voucher_detail_images"), "*")]
        => [(at!(display "voucher_image"), "")]
        => [at!(display "voucher_detail_images") => Requires];
    "ov-detail-images-max": [IS_FIX]
        => [(at!(display "voucher_detail_images"), r#"["1", "2", "3", "4"]"#)]
        => [at!(display "voucher_detail_images") => MaxItems];
    "ov-detail-images-not-exchange": [IS_EXCHANGE]
        => [(at!(display "voucher_detail_images"), r#"["1"]"#)]
        => [at!(display "voucher_detail_images") => ForbiddenIf];
    "ov-contact-one-of": [HAS_DISPLAY, (at!(rule "exchange_voucher"), "")]
        => [(at!(display "customer_service_mobile"), ""), (at!(display "customer_service_url"), "")]
        => [at!(display "customer_service_mobile") => AtLeastOne];
    "ov-contact-not-both": [HAS_DISPLAY]
        => [(at!(display "customer_service_mobile"), "81x"), (at!(display "customer_service_url"), "alipay://x")]
        => [at!(display "customer_service_mobile") => AtMostOne];
    "ov-exchange-contact-one-of": [IS_EXCHANGE] => [("voucher_display_info", "")]
        => [at!(rule "exchange_voucher.customer_service_mobile") => AtLeastOne];
    "ov-exchange-contact-not-both": [IS_EXCHANGE]
        => [
            (at!(rule "exchange_voucher.customer_service_mobile"), "81x"),
            (at!(rule "exchange_voucher.customer_service_url"), "alipay://x")
        ]
        => [at!(rule "exchange_voucher.customer_service_mobile") => AtMostOne];
    "ov-begin-required-absolute": [IS_ABSOLUTE] => [(at!(period "valid_begin_time"), "")]
        => [at!(period "valid_begin_time") => RequiredIf];
    "ov-end-required-absolute": [IS_ABSOLUTE] => [(at!(period "valid_end_time"), "")]
        => [at!(period "valid_end_time") => RequiredIf];
    "ov-days-required-relative": [(at!(period "type"), "RELATIVE")]
        => [(at!(period "valid_days_after_receive"), "")]
        => [at!(period "valid_days_after_receive") => RequiredIf];
    "ov-end-after-publish-end": [IS_ABSOLUTE, IS_OLDER] => [("publish_end_time", LATE)]
        => [at!(period "valid_end_time") => AtLeast];
    "ov-begin-not-before-publish-start": [IS_ABSOLUTE]
        => [(at!(period "valid_begin_time"), EARLY)]
        => [at!(period "valid_begin_time") => AtLeast];
    "ov-valid-order": [IS_ABSOLUTE] => [(at!(period "valid_begin_time"), LATE)]
        => [at!(period "valid_end_time") => GreaterThan];
    "ov-publish-order": [IS_OLDER] => [("publish_end_time", EARLY)]
        => ["publish_end_time" => GreaterThan];
    "ov-fix-required": [IS_FIX, IS_OLDER] => [(at!(rule "fix_voucher"), "")]
        => [at!(rule "fix_voucher") => RequiredIf];
    "ov-exchange-required": [IS_EXCHANGE, IS_OLDER] => [(at!(rule "exchange_voucher"), "")]
        => [at!(rule "exchange_voucher") => RequiredIf];
    "ov-discount-required": [("voucher_type", "DISCOUNT_VOUCHER"), IS_OLDER]
        => [(at!(rule "discount_voucher"), "")]
        => [at!(rule "discount_voucher") => RequiredIf];
    "ov-special-required": [("voucher_type", "SPECIAL_VOUCHER"), IS_OLDER]
        => [(at!(rule "special_voucher"), "")]
        => [at!(rule "special_voucher") => RequiredIf];
    "ov-discount-goods-pair": [(at!(rule "discount_voucher"), "*"), (at!(rule "discount_voucher.goods_name"), "")]
        => [(at!(rule "discount_voucher.origin_amount"), "65")]
        => [at!(rule "discount_voucher.goods_name") => AllOrNone];
    "ov-special-goods-pair": [(at!(rule "special_voucher"), "*")] => [(at!(rule "special_voucher.goods_name"), "")]
        => [at!(rule "special_voucher.goods_name") => AllOrNone, at!(rule "special_voucher.goods_name") => Required];
    "ov-special-price-below-origin": [(at!(rule "special_voucher"), "*")]
        => [(at!(rule "special_voucher.special_amount"), "10"), (at!(rule "special_voucher.origin_amount"), "10")]
        => [at!(rule "special_voucher.origin_amount") => GreaterThan];
    "ov-scope-shop-required": [(at!(scope "voucher_available_type"), "SHOP")]
        => [(at!(scope "order_voucher_available_shop"), "")]
        => [at!(scope "order_voucher_available_shop") => RequiredIf];
    "ov-scope-city-required": [(at!(scope "voucher_available_type"), "CITY_CODE")]
        => [(at!(scope "order_voucher_available_city_code"), "")]
        => [at!(scope "order_voucher_available_city_code") => RequiredIf];
    "ov-shops-one-of-three": [(at!(scope "order_voucher_available_shop"), "*")]
        => [(at!(scope "order_voucher_available_shop"), r#"{"shop_ids": ["1"], "real_shop_ids": ["1"]}"#)]
        => [at!(scope "order_voucher_available_shop.shop_ids") => ExactlyOne];
    "ov-city-codes-needed": [(at!(scope "order_voucher_available_city_code"), "*")]
        => [(at!(scope "order_voucher_available_city_code"), "{}")]
        => [at!(scope "order_voucher_available_city_code.city_codes") => RequiredIf];
    "ov-voucher-quantity-zero-upload": [("code_mode", "MERCHANT_UPLOAD")]
        => [("voucher_send_rule.voucher_quantity", "1000")]
        => ["voucher_send_rule.voucher_quantity" => ValueIf];
    "ov-use-guide-at-least-one": [("customer_guide", "*")]
        => [("customer_guide.voucher_use_guide", "{}")]
        => [at!(guide "offline_code_use_guide") => AtLeastOne];
    "ov-mini-app-id-required": [(at!(guide "mini_app_id"), "*"), (at!(guide "mini_app_path"), ""), (at!(guide "service_codes"), "")]
        => [(at!(guide "mini_app_id"), "")]
        => [at!(guide "mini_app_id") => RequiredIf];
    "ov-mini-app-path-needs-id": [("customer_guide", "*"), (at!(guide "mini_app_id"), "")]
        => [(at!(guide "mini_app_path"), "/index")]
        => [at!(guide "mini_app_path") => Requires];
    "ov-mini-app-path-relative": [(at!(guide "mini_app_path"), "*")]
        => [(at!(guide "mini_app_path"), "alipays://x")]
        => [at!(guide "mini_app_path") => Excludes];
    "ov-service-codes-need-id": [("customer_guide", "*"), (at!(guide "mini_app_id"), "")]
        => [(at!(guide "service_codes"), r#"["2020"]"#)]
        => [at!(guide "service_codes") => Requires];
    "ov-service-codes-max": [(at!(guide "service_codes"), "*")]
        => [(at!(guide "service_codes"), r#"["1", "2"]"#)]
        => [at!(guide "service_codes") => MaxItems];
    "ov-path-or-service-codes": [(at!(guide "mini_app_path"), "*")]
        => [(at!(guide "service_codes"), r#"["2020"]"#)]
        => [at!(guide "mini_app_path") => AtMostOne];
    "ov-send-guide-required-exchange": [IS_EXCHANGE]
        => [("customer_guide.voucher_send_guide", "")]
        => ["customer_guide.voucher_send_guide" => RequiredIf];
    "ov-detail-url-required-exchange": [IS_EXCHANGE]
        => [("customer_guide.voucher_send_guide", "{}")]
        => ["customer_guide.voucher_send_guide.voucher_detail_url" => RequiredIf];
};

pub(super) const NEWER: &[Mutation] = mutations! {
    "ov-base-isv-needs-exchange": [(at!(base_owner "business_type"), "ISV"), IS_NEWER]
        => [(at!(deduct "voucher_type"), "FIX_VOUCHER"), (at!(deduct "fix_voucher_info"), "{}")]
        => [at!(deduct "voucher_type") => ValueIf];
    "ov-base-merchant-id-type-required": [(at!(base_owner "business_type"), "ISV_FOR_MERCHANT")]
        => [(at!(base_owner "merchant_id_type"), "")]
        => [at!(base_owner "merchant_id_type") => RequiredIf];
    "ov-base-merchant-id-required": [(at!(base_owner "business_type"), "ISV_FOR_MERCHANT")]
        => [(at!(base_owner "merchant_id"), "")]
        => [at!(base_owner "merchant_id") => RequiredIf];
    "ov-base-merchant-id-type-required-by-default": [(at!(base_owner "business_type"), ""), (at!(base_owner "merchant_id"), "*")]
        => [(at!(base_owner "merchant_id_type"), "")]
        => [at!(base_owner "merchant_id_type") => RequiredIf];
    "ov-base-merchant-id-required-by-default": [(at!(base_owner "business_type"), ""), (at!(base_owner "merchant_id"), "*")]
        => [(at!(base_owner "merchant_id"), "")]
        => [at!(base_owner "merchant_id") => RequiredIf];
    "ov-pattern-brand-name-isv": [(at!(base_owner "business_type"), "ISV")]
        => [(at!(pattern "brand_name"), "")]
        => [at!(pattern "brand_name") => RequiredIf];
    "ov-pattern-brand-logo-isv": [(at!(base_owner "business_type"), "ISV")]
        => [(at!(pattern "brand_logo"), "")]
        => [at!(pattern "brand_logo") => RequiredIf];
    "ov-pattern-detail-images-need-cover": [(at!(pattern "voucher_detail_images"), "*")]
        => [(at!(pattern "voucher_image"), "")]
        => [at!(pattern "voucher_detail_images") => Requires];
    "ov-pattern-detail-images-max": [(at!(deduct "voucher_type"), "FIX_VOUCHER")]
        => [(at!(pattern "voucher_detail_images"), r#"["1", "2", "3", "4"]"#)]
        => [at!(pattern "voucher_detail_images") => MaxItems];
    "ov-pattern-detail-images-not-exchange": [(at!(deduct "voucher_type"), "EXCHANGE_VOUCHER")]
        => [(at!(pattern "voucher_detail_images"), r#"["1"]"#)]
        => [at!(pattern "voucher_detail_images") => ForbiddenIf];
    "ov-pattern-contact-one-of": [HAS_SCOPE]
        => [(at!(pattern "customer_service_mobile"), "81x"), (at!(pattern "customer_service_url"), "alipay://x")]
        => [at!(pattern "customer_service_mobile") => ExactlyOne];
    "ov-pattern-contact-one-of": [HAS_SCOPE]
        => [(at!(pattern "customer_service_mobile"), ""), (at!(pattern "customer_service_url"), "")]
        => [at!(pattern "customer_service_mobile") => ExactlyOne];
    "ov-pattern-name-exchange": [(at!(deduct "voucher_type"), "EXCHANGE_VOUCHER")]
        => [(at!(pattern "voucher_name"), "")]
        => [at!(pattern "voucher_name") => RequiredIf];
    "ov-deduct-fix-required": [(at!(deduct "voucher_type"), "FIX_VOUCHER")]
        => [(at!(deduct "fix_voucher_info"), "")]
        => [at!(deduct "fix_voucher_info") => RequiredIf];
    "ov-deduct-discount-required": [(at!(deduct "voucher_type"), "DISCOUNT_VOUCHER")]
        => [(at!(deduct "discount_voucher_info"), "")]
        => [at!(deduct "discount_voucher_info") => RequiredIf];
    "ov-deduct-special-required": [(at!(deduct "voucher_type"), "SPECIAL_VOUCHER")]
        => [(at!(deduct "special_voucher_info"), "")]
        => [at!(deduct "special_voucher_info") => RequiredIf];
    "ov-deduct-exchange-required": [(at!(deduct "voucher_type"), "EXCHANGE_VOUCHER")]
        => [(at!(deduct "exchange_voucher_info"), "")]
        => [at!(deduct "exchange_voucher_info") => RequiredIf];
    "ov-deduct-special-price-below-origin": [(at!(deduct "special_voucher_info"), "*")]
        => [(at!(deduct "special_voucher_info.special_amount"), "10"), (at!(goods "origin_amount"), "10")]
        => [at!(goods "origin_amount") => GreaterThan];
    "ov-goods-name-required": [(at!(deduct "voucher_type"), "EXCHANGE_VOUCHER")]
        => [(at!(goods "goods_name"), "")]
        => [at!(goods "goods_name") => RequiredIf];
    "ov-goods-origin-required": [(at!(deduct "voucher_type"), "SPECIAL_VOUCHER")]
        => [(at!(goods "origin_amount"), "")]
        => [at!(goods "origin_amount") => RequiredIf];
    "ov-sku-lists-at-most-one": [HAS_SCOPE]
        => [(at!(goods "available_goods_sku_ids"), r#"["1"]"#), (at!(goods "exclude_goods_sku_ids"), r#"["1"]"#)]
        => [at!(goods "available_goods_sku_ids") => AtMostOne];
    "ov-account-at-least-one": [HAS_SCOPE] => [(at!(available "voucher_available_account_info"), "{}")]
        => [at!(available "voucher_available_account_info.available_pids") => AtLeastOne];
    "ov-geo-shop-object": [(at!(geo "available_geography_scope_type"), "SHOP")]
        => [(at!(geo "available_geography_shop_info"), "")]
        => [at!(geo "available_geography_shop_info") => RequiredIf];
    "ov-geo-city-object": [(at!(geo "available_geography_scope_type"), "CITY_CODE")]
        => [(at!(geo "available_geography_city_info"), "")]
        => [at!(geo "available_geography_city_info") => RequiredIf];
    "ov-geo-shops-one-of-three": [(at!(geo "available_geography_shop_info"), "*")]
        => [(at!(geo "available_geography_shop_info"), "{}")]
        => [at!(geo "available_geography_shop_info.available_shop_ids") => ExactlyOne];
    "ov-geo-city-codes-needed": [(at!(geo "available_geography_city_info"), "*")]
        => [(at!(geo "available_geography_city_info"), r#"{"all_city": false}"#)]
        => [at!(geo "available_geography_city_info.available_city_codes") => RequiredIf];
    "ov-all-shop-merchant-max": [(at!(geo "available_geography_shop_info.available_geography_all_shop"), "*")]
        => [(at!(geo "available_geography_shop_info.available_geography_all_shop.merchant_ids"), r#"["1", "2"]"#)]
        => [at!(geo "available_geography_shop_info.available_geography_all_shop.merchant_ids") => MaxItems];
    "ov-quantity-zero-upload": [(at!(base "code_mode"), "MERCHANT_UPLOAD")]
        => [(at!(send "quantity"), "1000")]
        => [at!(send "quantity") => ValueIf];
    "ov-daily-cap-fits-total": [(at!(base "code_mode"), "MERCHANT_API")]
        => [(at!(send "max_quantity_by_day"), "9223372036854775807")]
        => [at!(send "max_quantity_by_day") => Check];
    "ov-abs-end-after-publish-end": [(at!(time "absolute_period_info"), "*"), (at!(send "max_quantity_by_day"), ""), IS_NEWER]
        => [(at!(send "publish_end_time"), LATE)]
        => [at!(time "absolute_period_info.valid_end_time") => AtLeast];
    "ov-abs-begin-not-before-publish-start": [(at!(time "absolute_period_info"), "*")]
        => [(at!(time "absolute_period_info.valid_begin_time"), EARLY)]
        => [at!(time "absolute_period_info.valid_begin_time") => AtLeast];
    "ov-abs-valid-order": [(at!(time "absolute_period_info"), "*")]
        => [(at!(time "absolute_period_info.valid_begin_time"), LATE)]
        => [at!(time "absolute_period_info.valid_end_time") => GreaterThan];
    "ov-send-publish-order": [IS_NEWER, HAS_SCOPE] => [(at!(send "publish_end_time"), EARLY)]
        => [at!(send "publish_end_time") => GreaterThan];
    "ov-period-absolute-object": [(at!(time "period_type"), "ABSOLUTE")]
        => [(at!(time "absolute_period_info"), "")]
        => [at!(time "absolute_period_info") => RequiredIf];
    "ov-period-relative-object": [(at!(time "period_type"), "RELATIVE")]
        => [(at!(time "relative_period_info"), "")]
        => [at!(time "relative_period_info") => RequiredIf];
    "ov-sale-mode-object": [(at!(mode "voucher_send_mode"), "SALE_MODE")]
        => [(at!(mode "voucher_sale_mode_info"), "")]
        => [at!(mode "voucher_sale_mode_info") => RequiredIf];
    "ov-package-mode-object": [(at!(mode "voucher_send_mode"), "VOUCHER_PACKAGE")]
        => [(at!(mode "voucher_package_mode_info"), "")]
        => [at!(mode "voucher_package_mode_info") => RequiredIf];
    "ov-use-url-or-service-codes": [HAS_SCOPE]
        => [(at!(mini_app ""), r#"{"mini_app_url": "/index", "mini_app_service_codes": ["1"]}"#)]
        => [at!(mini_app ".mini_app_url") => AtMostOne];
    "ov-use-service-codes-max": [HAS_SCOPE]
        => [(at!(mini_app ""), r#"{"mini_app_service_codes": ["1", "2"]}"#)]
        => [at!(mini_app ".mini_app_service_codes") => MaxItems];
};

/// What both structures have.
pub(super) const TWINS: &[Mutation] = mutations! {
    "ov-twin-fields-agree": [HAS_DISPLAY, HAS_SCOPE]
        => [("activity_name", "甲"), (at!(base "activity_name"), "乙")]
        => ["activity_name" => SameAs];
    "ov-twin-fields-agree": [("code_mode", "MERCHANT_API"), HAS_SCOPE]
        => [(at!(base "code_mode"), "MERCHANT_UPLOAD")]
        => ["code_mode" => SameAs];
    "ov-twin-fields-agree": [IS_FIX, HAS_SCOPE] => [("voucher_type", "DISCOUNT_VOUCHER"), DISCOUNT]
        => ["voucher_type" => SameAs];
    "ov-twin-fields-agree": [HAS_DISPLAY, HAS_SCOPE]
        => [("publish_start_time", EARLY)]
        => ["publish_start_time" => SameAs];
    "ov-twin-fields-agree": [HAS_DISPLAY, HAS_SCOPE]
        => [("publish_end_time", "2026-12-01 00:00:01")]
        => ["publish_end_time" => SameAs];
};
