//! Vouchers, bills and photos: what is decided beyond the fact tables.

use alipay_apis::data::DataserviceBillDownloadurlQuery;
use alipay_apis::data::dataservice_bill_downloadurl_query::{BillType, LinkScheme};
use alipay_apis::marketing::voucher::{MerchantAccessMode, TradeChannel};
use alipay_apis::marketing::{
    ActivityOrdervoucherAppend, ActivityOrdervoucherCodedeposit, ActivityOrdervoucherRefund,
    ActivityOrdervoucherSettle, ActivityOrdervoucherUse,
};
use alipay_apis::offline::MaterialImageUpload;
use alipay_apis::violation::RuleCode;
use alipay_apis::{Amount, DateTime, Upload};

use crate::shown::rule;

const SELF: MerchantAccessMode = MerchantAccessMode::SelfMode;

fn noon() -> DateTime {
    "2026-11-25 12:00:00".parse().expect("a time")
}

#[test]
fn a_bill_is_of_an_indirect_merchant_only_where_its_type_is() {
    let query = |of: BillType| DataserviceBillDownloadurlQuery::new(of, "2026-11-25").secure(LinkScheme::Https);
    rule("an indirect merchant")
        .accepts(&query(BillType::SettlementMerge))
        .accepts(&query(BillType::TradeZftMerchant).smid("2088123412341234"))
        .advises(&query(BillType::Trade).smid("2088123412341234"), "smid", RuleCode::ForbiddenIf);
    rule("a day or a month").accepts(&DataserviceBillDownloadurlQuery::new(BillType::Trade, "2026-11")).refuses(
        &DataserviceBillDownloadurlQuery::new(BillType::Trade, "2026-11-25 00:00"),
        "bill_date",
        RuleCode::MaxLen,
    );
}

#[test]
fn vouchers_are_as_many_as_the_platform_counts() {
    let append = |quantity| ActivityOrdervoucherAppend::new("1", quantity, "1", SELF);
    rule("how many there are")
        .accepts(&append(1))
        .accepts(&append(999_999))
        .advises(&append(0), "voucher_quantity", RuleCode::Range)
        .advises(&append(1_000_000), "voucher_quantity", RuleCode::Range);
    let deposit = |codes| ActivityOrdervoucherCodedeposit::new("1", "1", SELF).voucher_codes(vec!["V-1"; codes]);
    rule("codes of one upload")
        .accepts(&deposit(1))
        .accepts(&deposit(1000))
        .refuses(&deposit(0), "voucher_codes", RuleCode::MinItems)
        .advises(&deposit(1001), "voucher_codes", RuleCode::MaxItems);
}

#[test]
fn a_voucher_is_spent_on_an_order_of_some_size() {
    let spend_with = |fen, channel| ActivityOrdervoucherUse::new("1", "V-1", "1", noon(), Amount::fen(fen), channel);
    let spend = |fen| spend_with(fen, TradeChannel::OtherTradeChannel);
    rule("the order")
        .accepts(&spend(1))
        .accepts(&spend(10_000_000_000))
        .refuses(&spend(0), "total_fee", RuleCode::Range)
        .refuses(&spend(10_000_000_001), "total_fee", RuleCode::Range);
    let refund = |fen| ActivityOrdervoucherRefund::new("1", "V-1", "1", noon()).total_fee(Amount::fen(fen));
    rule("what was refunded").accepts(&refund(1)).refuses(&refund(0), "total_fee", RuleCode::Range);
    let with_alipay = spend_with(1, TradeChannel::ZhifubaoTradeChannel);
    rule("the trade of an order that was paid with Alipay")
        .accepts(&with_alipay.clone().trade_no("2026112522001404760000000001"))
        .advises(&with_alipay, "trade_no", RuleCode::RequiredIf);
}

#[test]
fn a_settlement_has_a_number_that_makes_repeating_safe() {
    let settle = ActivityOrdervoucherSettle::new().activity_id("1").order_no("1");
    rule("the number").accepts(&settle.clone().out_biz_no("1")).advises(&settle, "out_biz_no", RuleCode::Required);
}

#[test]
fn a_photo_of_a_shop_has_at_most_five_mebibytes() {
    let photo = |bytes| MaterialImageUpload::new("jpg", "The shop", Upload::from_bytes("shop.jpg", vec![0; bytes]));
    rule("the file").accepts(&photo(5 << 20)).refuses(&photo((5 << 20) + 1), "image_content", RuleCode::MaxBytes);
}
