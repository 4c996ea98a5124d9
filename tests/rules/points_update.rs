//! `koubei.marketing.tool.points.update`: each rule with a value it accepts and one it refuses.

use alipay_apis::koubei::MarketingToolPointsUpdate;
use alipay_apis::koubei::marketing_tool_points_update::TransType::{self, Cancel, Commit, Consume, Deposit, Freeze};
use alipay_apis::schema::Severity::Refuse;
use alipay_apis::violation::RuleCode;

use crate::shown::rule;

fn request() -> MarketingToolPointsUpdate {
    MarketingToolPointsUpdate::new("778712860805461247257", "2088123412341234", "39201608190015500100016011040139")
}

#[test]
fn the_documents_own_sample_has_no_finding() {
    let sample = request()
        .trans_type(Deposit)
        .trans_amount("10")
        .shop_id("2016041200077000000003277104")
        .biz_no("2016082221001004150200139999")
        .memo("积分扣减用于兑换奖品")
        .ext_info("{'EXTRA_INFO_KEY':'SAMPLE_VALUE'}");
    assert_eq!(sample.review(), []);
    assert_eq!(sample.validate(), Ok(()));
}

#[test]
fn lengths_count_characters() {
    let at_most = |count| "积".repeat(count);
    let longest = MarketingToolPointsUpdate::new(at_most(32), at_most(32), at_most(32))
        .trans_amount("1".repeat(16))
        .shop_id(at_most(32))
        .biz_no(at_most(32))
        .memo(at_most(256))
        .ext_info(at_most(2000));
    assert_eq!(longest.review(), []);

    let too_long = MarketingToolPointsUpdate::new(at_most(33), at_most(33), at_most(33))
        .trans_amount("1".repeat(17))
        .shop_id(at_most(33))
        .biz_no(at_most(33))
        .memo(at_most(257))
        .ext_info(at_most(2001));
    let paths: Vec<_> = too_long.review().into_iter().map(|it| (it.path, it.code)).collect();
    let all = ["req_id", "user_id", "activity_account", "trans_amount", "shop_id", "biz_no", "memo", "ext_info"];
    assert_eq!(paths, all.map(|path| (path.to_owned(), RuleCode::MaxLen)));
}

#[test]
fn amount_is_a_whole_number_above_zero() {
    let mut shown = rule("pts-trans-amount-positive");
    for accepted in ["1", "10", "0010", "9999999999999999"] {
        shown = shown.accepts(&request().trans_amount(accepted));
    }
    for refused in ["0", "000", "-1", "+1", "1.0", " ", "1 0", "１", "1e3", "ten"] {
        shown = shown.refuses(&request().trans_amount(refused), "trans_amount", RuleCode::Positive);
    }
    let empty = request().trans_amount("");
    assert_eq!(empty.review().iter().map(|it| it.code).collect::<Vec<_>>(), [RuleCode::Empty]);
}

#[test]
fn deposit_is_advised_to_name_shop_and_payment() {
    let deposit = || request().trans_type(Deposit).trans_amount("10");
    rule("pts-shop-id-deposit")
        .accepts(&deposit().shop_id("2016041200077000000003277104").biz_no("1"))
        .accepts(&request().trans_type(Freeze).shop_id("2016041200077000000003277104"))
        .advises(&deposit().biz_no("1"), "shop_id", RuleCode::RequiredIf);
    rule("pts-biz-no-deposit").accepts(&deposit().shop_id("1").biz_no("2016082221001004150200139999")).advises(
        &deposit().shop_id("1"),
        "biz_no",
        RuleCode::RequiredIf,
    );
    assert_eq!(deposit().validate(), Ok(()), "advice does not refuse");
}

#[test]
fn settling_a_freeze_names_it() {
    for settle in [Commit, Cancel] {
        rule("pts-biz-no-freeze-log")
            .accepts(&request().trans_type(settle.clone()).biz_no("2016041200032000000001132000"))
            .refuses(&request().trans_type(settle), "biz_no", RuleCode::RequiredIf);
    }
}

#[test]
fn spending_and_freezing_name_nothing() {
    for spend in [Consume, Freeze] {
        rule("pts-biz-no-forbidden").accepts(&request().trans_type(spend.clone())).refuses(
            &request().trans_type(spend).biz_no("1"),
            "biz_no",
            RuleCode::ForbiddenIf,
        );
    }
}

#[test]
fn type_and_amount_may_be_left_out_but_not_empty() {
    rule("pts-type-and-amount-needed").accepts(&request()).refuses(
        &request().trans_amount(""),
        "trans_amount",
        RuleCode::Empty,
    );
}

#[test]
fn a_word_that_the_document_does_not_list_is_refused() {
    rule("trans_type is a closed list").accepts(&request().trans_type(Cancel).biz_no("1")).refuses(
        &request().trans_type(TransType::Unknown("REFUND".into())),
        "trans_type",
        RuleCode::UnknownValue,
    );
}

#[test]
fn all_findings_come_at_once_in_the_order_of_the_declaration() {
    let wrong = MarketingToolPointsUpdate::new("", "u".repeat(33), "a")
        .trans_type(Consume)
        .trans_amount("-5")
        .biz_no("b".repeat(40));
    rule("the order of findings").accepts(&request()).finds(
        &wrong,
        &[
            ("req_id", RuleCode::Empty, Refuse),
            ("user_id", RuleCode::MaxLen, Refuse),
            ("trans_amount", RuleCode::Positive, Refuse),
            ("biz_no", RuleCode::MaxLen, Refuse),
            ("biz_no", RuleCode::ForbiddenIf, Refuse),
        ],
    );
}
