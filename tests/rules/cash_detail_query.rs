//! `alipay.marketing.campaign.cash.detail.query`: its rules speak of the answer, so the reader shows
//! them.

use alipay_apis::marketing::campaign_cash_detail_query::{CampStatus, PrizeType};
use alipay_apis::marketing::{CampaignCashDetailQuery, CampaignCashDetailQueryResponse};
use alipay_apis::violation::RuleCode;

use crate::shown::rule;

/// The document's sample answer, with one value in the place of the list of all values.
const SAMPLE: &str = r#"{
    "crowd_no": "POYb84lfiKVdIfERAYsqPL_KQRIpfQbl47xfRmmPBlDMnSZ96O-zxUfKlHp5cxmx",
    "coupon_name": "XXX周年庆红包",
    "prize_msg": "XX送您大红包",
    "prize_type": "random",
    "start_time": "2016-08-10 22:28:30",
    "end_time": "2016-08-10 22:28:30",
    "total_amount": 20000,
    "send_amount": 200000,
    "total_num": 1000,
    "total_count": 1000,
    "origin_crowd_no": "20160901029410190092922308762004",
    "camp_status": "CREATED"
}"#;

/// Reads the sample with one member changed, or left out for `null`.
fn read_with(member: &str, value: &str) -> Result<CampaignCashDetailQueryResponse, String> {
    let mut sample: std::collections::BTreeMap<String, Box<serde_json::value::RawValue>> =
        serde_json::from_str(SAMPLE).expect("the sample is JSON");
    assert!(sample.contains_key(member), "{member}");
    sample.insert(member.to_owned(), serde_json::from_str(value).expect("the value is JSON"));
    let text = serde_json::to_string(&sample).expect("a map of JSON is JSON");
    alipay_apis::json::from_str(&text).map_err(|error| error.to_string())
}

fn is_read(member: &str, value: &str) -> bool {
    read_with(member, value).is_ok()
}

#[test]
fn the_documents_own_sample_is_read_whole() {
    let answer: CampaignCashDetailQueryResponse = alipay_apis::json::from_str(SAMPLE).expect("readable");
    assert_eq!(answer.crowd_no, "POYb84lfiKVdIfERAYsqPL_KQRIpfQbl47xfRmmPBlDMnSZ96O-zxUfKlHp5cxmx");
    assert_eq!(answer.coupon_name, "XXX周年庆红包");
    assert_eq!(answer.prize_msg, "XX送您大红包");
    assert_eq!(answer.prize_type, PrizeType::Random);
    assert_eq!(answer.start_time.to_string(), "2016-08-10 22:28:30");
    assert_eq!(answer.end_time, answer.start_time);
    assert_eq!(answer.total_amount.to_string(), "20000");
    assert_eq!(answer.send_amount.to_string(), "200000");
    assert_eq!((answer.total_num, answer.total_count), (Some(1000), 1000));
    assert_eq!(answer.origin_crowd_no, "20160901029410190092922308762004");
    assert_eq!(answer.camp_status, CampStatus::Created);
}

#[test]
fn money_comes_as_number_or_text_and_keeps_its_digits() {
    for (value, digits) in
        [("20000", "20000"), ("20000.00", "20000.00"), ("\"20000.00\"", "20000.00"), ("0.10", "0.10")]
    {
        for member in ["total_amount", "send_amount"] {
            let answer = read_with(member, value).expect("readable");
            let amount = if member == "total_amount" { answer.total_amount } else { answer.send_amount };
            assert_eq!(amount.to_string(), digits);
        }
    }
    for value in ["\"2,000\"", "\"\"", "true", "\"12.3.4\"", "null", "[]", "{}"] {
        rule("cash-amounts-number-or-text").holds(is_read("total_amount", "\"1.00\""), !is_read("total_amount", value));
    }
}

#[test]
fn the_obsolete_count_may_be_missing() {
    rule("cash-total-num-deprecated").holds(is_read("total_num", "null"), !is_read("total_num", "\"many\""));
}

#[test]
fn status_is_an_open_list() {
    for (word, status) in [
        ("\"SETTLE\"", CampStatus::Settle),
        ("\"SETTLED\"", CampStatus::Settled),
        ("\"ON_FIRE\"", CampStatus::Unknown("ON_FIRE".into())),
    ] {
        assert_eq!(read_with("camp_status", word).expect("readable").camp_status, status);
    }
    rule("cash-status-open").holds(is_read("camp_status", "\"ON_FIRE\""), !is_read("camp_status", "{}"));
}

#[test]
fn times_are_written_one_way() {
    for refused in ["\"2016-08-10\"", "\"10.08.2016 22:28:30\"", "1470839310", "\"2016-02-30 00:00:00\""] {
        rule("cash-date-format")
            .holds(is_read("start_time", "\"2016-08-10 22:28:30\""), !is_read("start_time", refused))
            .holds(is_read("end_time", "\"2016-08-10 22:28:30\""), !is_read("end_time", refused));
    }
}

#[test]
fn campaign_number_has_up_to_128_characters() {
    rule("length of crowd_no").accepts(&CampaignCashDetailQuery::new("号".repeat(128))).refuses(
        &CampaignCashDetailQuery::new("号".repeat(129)),
        "crowd_no",
        RuleCode::MaxLen,
    );
}
