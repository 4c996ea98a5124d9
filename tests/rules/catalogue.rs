//! What is decided where the catalogue of Alipay's SDKs is silent or wrong. Everything else about those
//! methods is as their tables in `tests/data/catalog` say.

use std::collections::BTreeSet;

use alipay_apis::schema::{Field, Schema, Shape};

use crate::spec;
use crate::walk;

/// Whether a field must be there, other than the table says.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Must {
    /// The method's page requires it.
    Required,
    /// Sources contradict each other.
    Advised,
    /// The method's page has a default for it.
    Optional,
}

/// By method, side (`true`: the request) and path.
const MUST: &[(&str, bool, &str, Must)] = &[
    ("alipay.trade.page.pay", true, "out_trade_no", Must::Required),
    ("alipay.trade.page.pay", true, "total_amount", Must::Required),
    ("alipay.trade.page.pay", true, "subject", Must::Required),
    ("alipay.trade.page.pay", true, "product_code", Must::Required),
    // The page requires it, its samples and other libraries leave it out.
    ("alipay.trade.wap.pay", true, "quit_url", Must::Advised),
    ("alipay.trade.wap.pay", true, "seller_id", Must::Optional),
    ("alipay.trade.app.pay", true, "out_trade_no", Must::Required),
    ("alipay.trade.app.pay", true, "total_amount", Must::Required),
    ("alipay.trade.app.pay", true, "subject", Must::Required),
    ("alipay.trade.query", false, "out_trade_no", Must::Required),
    ("alipay.trade.query", false, "total_amount", Must::Required),
    ("alipay.trade.query", false, "trade_status", Must::Required),
    // The page of 2018 knew sums of parts, and payments with a code only. Since then the amount is required,
    // a code has a default kind, and pre-authorisations and agreements pay without one.
    ("alipay.trade.pay", true, "total_amount", Must::Required),
    ("alipay.trade.pay", true, "auth_code", Must::Optional),
    ("alipay.trade.pay", true, "scene", Must::Optional),
    ("alipay.trade.pay", false, "out_trade_no", Must::Required),
    ("alipay.trade.precreate", false, "out_trade_no", Must::Required),
    ("alipay.trade.precreate", false, "qr_code", Must::Required),
    ("alipay.trade.refund", false, "out_trade_no", Must::Required),
    ("alipay.trade.create", false, "out_trade_no", Must::Required),
    ("alipay.trade.create", false, "trade_no", Must::Required),
    // Who is paid and who pays are nobody without these two.
    ("alipay.fund.trans.uni.transfer", true, "payee_info.identity", Must::Required),
    ("alipay.fund.trans.uni.transfer", true, "payee_info.identity_type", Must::Required),
    ("alipay.fund.trans.uni.transfer", true, "payer_info.identity", Must::Required),
    ("alipay.fund.trans.uni.transfer", true, "payer_info.identity_type", Must::Required),
    // Needed only beside the merchant's own number.
    ("alipay.fund.trans.common.query", true, "biz_scene", Must::Optional),
    ("alipay.fund.trans.common.query", true, "product_code", Must::Optional),
    // Newer applications know the owner by another number.
    ("alipay.fund.account.query", true, "alipay_user_id", Must::Optional),
    // Without it there is nothing to go on with.
    ("alipay.user.certify.open.initialize", false, "certify_id", Must::Required),
    ("alipay.open.file.upload", true, "file_content", Must::Required),
    ("alipay.system.oauth.token", false, "access_token", Must::Required),
    // Nobody says that it is required; without it a repeated call may settle twice.
    ("alipay.marketing.activity.ordervoucher.settle", true, "out_biz_no", Must::Advised),
];

pub(crate) fn must(method: &str, in_request: bool, path: &str) -> Option<Must> {
    let decided = MUST.iter().find(|(of, side, at, _)| (*of, *side, *at) == (method, in_request, path));
    decided.map(|(.., must)| *must)
}

/// What makes repeating harmless: a number of the merchant's that stands for one trade.
pub(crate) fn idempotency(method: &str) -> Option<&'static str> {
    match method {
        "alipay.trade.page.pay"
        | "alipay.trade.wap.pay"
        | "alipay.trade.app.pay"
        | "alipay.trade.pay"
        | "alipay.trade.precreate"
        | "alipay.trade.create" => Some("out_trade_no"),
        "alipay.trade.refund"
        | "alipay.trade.order.settle"
        | "alipay.trade.orderinfo.sync"
        | "alipay.fund.auth.order.unfreeze" => Some("out_request_no"),
        "alipay.fund.trans.uni.transfer" => Some("out_biz_no"),
        "alipay.fund.auth.order.app.freeze" => Some("out_order_no"),
        _ => {
            let of_vouchers = method.strip_prefix("alipay.marketing.activity.ordervoucher.")?;
            VOUCHERS_BY_OUT_BIZ_NO.contains(&of_vouchers).then_some("out_biz_no")
        }
    }
}

/// The SDKs say so of each field of this name. What gives several vouchers has one for each of them, and
/// what only asks has none.
const VOUCHERS_BY_OUT_BIZ_NO: [&str; 11] = [
    "append",
    "associate",
    "codedeposit",
    "disassociate",
    "invalid",
    "modify",
    "refund",
    "send",
    "settle",
    "stop",
    "use",
];

/// What SDKs hand to the call, because it is a parameter of the gateway, stands in the request where the
/// method is nothing without it.
pub(crate) fn is_common_parameter(method: &str, path: &str) -> bool {
    (method, path) == ("alipay.user.info.share", "auth_token")
}

/// Lengths that the method's page knows, or another one's with the same object.
pub(crate) fn max_len(method: &str, path: &str) -> Option<usize> {
    match path {
        // Of the page. For the first the catalogue has the 10 of 2018, less than most of its words have.
        "bill_type" | "smid" if method == BILL => Some(20),
        "secure" if method == BILL => Some(10),
        "belong_merchant_info.business_type" => Some(16),
        "belong_merchant_info.merchant_id_type" => Some(10),
        "belong_merchant_info.merchant_id" => Some(32),
        _ => None,
    }
}

const BILL: &str = "alipay.data.dataservice.bill.downloadurl.query";

/// Codes that the method's page lists and no SDK knows.
pub(crate) fn error_codes(method: &str) -> &'static [&'static str] {
    if method == BILL { &["SYSTEM_RATE_LIMIT", "USER_RATE_LIMIT"] } else { &[] }
}

/// The bounds of an amount that the pages of other payments know.
pub(crate) fn bounds(method: &str, path: &str) -> Option<[&'static str; 2]> {
    matches!((method, path), ("alipay.trade.precreate" | "alipay.trade.create", "total_amount"))
        .then_some(["0.01", "100000000"])
}

/// Fields of trades whose words the pages describe one by one.
const TRADE_WORDS: [&str; 11] = [
    "action",
    "auth_confirm_mode",
    "deposit_back_info.dback_status",
    "deposit_back_info_list.dback_status",
    "fund_change",
    "has_deposit_back",
    "logistics_detail.logistics_type",
    "refund_status",
    "retry_flag",
    "royalty_mode",
    "scene",
];

/// Fields whose words Alipay's own SDK for .NET lists, in the documentation of its classes.
fn words_of_the_sdk(method: &str) -> &'static [&'static str] {
    match method.split('.').nth(1) {
        // These are the page's.
        Some("data") => &["bill_file_code", "bill_type", "secure"],
        Some("fund") => &[
            "account_type",
            "biz_scene",
            "deposit_product_mode",
            "operation_type",
            "order_status",
            "payee_info.identity_type",
            "payer_info.identity_type",
            "product_code",
            "status",
            "sub_status",
        ],
        Some("marketing") => &[
            "activity_operation_status",
            "activity_status",
            "audit_result_info.audit_result",
            "biz_tag",
            "trade_channel",
            "voucher_available_scope_modify_type",
            "voucher_use_rule.voucher_available_scope.modify_type",
        ],
        Some("open") => &["size", "status"],
        Some("user") => &["biz_code", "identity_param.cert_type", "identity_param.identity_type", "passed"],
        _ => &[],
    }
}

/// Fields whose words the method's own page lists, or that of a neighbour with the same object.
pub(crate) fn has_words_elsewhere(method: &str, path: &str) -> bool {
    if words_of_the_sdk(method).contains(&path) {
        return true;
    }
    if method.starts_with("alipay.trade.") && TRADE_WORDS.contains(&path) {
        return true;
    }
    matches!(
        path,
        "belong_merchant_info.business_type"
            | "belong_merchant_info.merchant_id_type"
            | "goods_type"
            | "grant_type"
            | "integration_type"
            | "merchant_access_mode"
            | "qr_pay_mode"
            | "trade_status"
    )
}

/// The SDKs have texts for money, times and lists of words. Money is told by its name.
pub(crate) fn type_fits(method: &str, shape: &Shape, row: &spec::Field) -> bool {
    let name = row.path.rsplit('.').next().unwrap_or_default();
    match (shape, row.r#type.as_str()) {
        // Some SDKs have one object for what is called a list; a list is read from either.
        (Shape::List(Shape::Record(_)), "object") => name.ends_with("_list"),
        (Shape::Amount, "string" | "scalar") | (Shape::List(Shape::Amount), "string[]") => {
            is_money(name) || is_balance(&row.path)
        }
        (Shape::Text, "string" | "scalar") => !is_money(name) && !is_balance(&row.path),
        (Shape::Enum(_), "scalar") => true,
        (Shape::DateTime, "string") => is_time(method, name),
        (shape, r#type) => walk::type_fits(shape, r#type),
    }
}

/// Texts of which is known that they are times, `yyyy-MM-dd HH:mm:ss`.
fn is_time(method: &str, name: &str) -> bool {
    match name {
        "time_expire" => method.starts_with("alipay.trade."),
        "customize_send_time" => method.starts_with("alipay.marketing."),
        "arrival_time_end" | "pay_date" | "trans_date" => method.starts_with("alipay.fund.trans."),
        _ => false,
    }
}

fn is_money(name: &str) -> bool {
    ["amount", "balance", "fee", "price", "contribute"]
        .iter()
        .any(|word| name.strip_suffix(word).is_some_and(|rest| rest.is_empty() || rest.ends_with('_')))
}

/// The two parts of a balance are called after the places where they are kept.
fn is_balance(path: &str) -> bool {
    matches!(path, "amount_detail.acs" | "amount_detail.bank")
}

#[test]
fn tokens_keys_and_personal_data_are_never_printed() {
    let mut shown = BTreeSet::new();
    for api in alipay_apis::catalogue() {
        for schema in [(api.request)(), (api.response)()] {
            printed(api.method, schema, &mut shown);
        }
    }
    assert_eq!(shown, BTreeSet::new());
}

/// Fields that a `Debug` would show although their name says that they must not be.
fn printed(method: &str, schema: &'static Schema, shown: &mut BTreeSet<String>) {
    const PRIVATE: &[&str] = &[
        "token",
        "aes_key",
        "bank_acc_name",
        "birthday",
        "address",
        "card_no",
        "cert_name",
        "cert_no",
        "email",
        "identity",
        "logon_id",
        "mobile",
        "phone",
        "phone_no",
        "user_name",
    ];
    for field in schema.fields {
        if PRIVATE.iter().any(|word| field.wire.ends_with(word)) && !is_secret(field) {
            shown.insert(format!("{method}: {}.{}", schema.name, field.wire));
        }
        if let Shape::Record(inner) = walk::innermost(&field.shape)
            && !std::ptr::eq(inner(), schema)
        {
            printed(method, inner(), shown);
        }
    }
}

fn is_secret(field: &Field) -> bool {
    // A word says what a grant is for; a shop's own number for its customers is printed on the voucher.
    field.secret || matches!(field.shape, Shape::Enum(_)) || field.wire == "customer_service_mobile"
}
