//! `koubei.marketing.campaign.activity.offline`: each rule with a value it accepts and one it refuses.

use alipay_apis::koubei::MarketingCampaignActivityOffline;
use alipay_apis::koubei::marketing_campaign_activity_offline::OperatorType::{
    self, Mer, MerOperator, Provider, ProviderStaff,
};
use alipay_apis::schema::Severity::{Advise, Refuse};
use alipay_apis::violation::RuleCode;

use crate::shown::rule;

fn request() -> MarketingCampaignActivityOffline {
    MarketingCampaignActivityOffline::new("0000001", "001221324334")
}

#[test]
fn the_documents_own_sample_has_no_finding() {
    let sample = request().reason("下架原因").ext_info("\"\"").operator_id("123344565").operator_type(Mer);
    assert_eq!(sample.review(), []);
}

#[test]
fn operator_and_role_go_together() {
    let mut shown = rule("off-operator-pair").accepts(&request());
    for role in [Mer, MerOperator, Provider, ProviderStaff] {
        shown = shown.accepts(&request().operator_id("123344565").operator_type(role));
    }
    shown = shown.refuses(&request().operator_id("123344565"), "operator_id", RuleCode::AllOrNone);
    for role in [MerOperator, Provider, ProviderStaff] {
        let half = request().operator_type(role);
        let both = [("operator_id", RuleCode::AllOrNone, Refuse), ("operator_type", RuleCode::Requires, Advise)];
        shown = shown.finds(&half, &both);
    }
}

#[test]
fn the_merchants_role_alone_only_repeats_the_default() {
    let alone = request().operator_type(Mer);
    assert_eq!(alone.validate(), Ok(()));
    rule("off-operator-mer-alone").accepts(&request().operator_type(Mer).operator_id("1")).advises(
        &alone,
        "operator_type",
        RuleCode::Requires,
    );
}

#[test]
fn extension_takes_any_text_up_to_its_length() {
    rule("off-ext-info-unset")
        .accepts(&request())
        .accepts(&request().ext_info("\"\""))
        .accepts(&request().ext_info("展".repeat(1024)))
        .refuses(&request().ext_info("展".repeat(1025)), "ext_info", RuleCode::MaxLen);
}

#[test]
fn a_word_that_the_document_does_not_list_is_refused() {
    let unknown = request().operator_id("1").operator_type(OperatorType::Unknown("mer".into()));
    rule("operator_type is a closed list").accepts(&request()).refuses(
        &unknown,
        "operator_type",
        RuleCode::UnknownValue,
    );
}

#[test]
fn lengths_count_characters() {
    let longest = MarketingCampaignActivityOffline::new("批".repeat(32), "号".repeat(32))
        .reason("因".repeat(1024))
        .operator_id("员".repeat(32))
        .operator_type(Provider);
    let too_long = MarketingCampaignActivityOffline::new("批".repeat(33), "号".repeat(33))
        .reason("因".repeat(1025))
        .operator_id("员".repeat(33))
        .operator_type(Provider);
    let all = ["out_biz_no", "camp_id", "reason", "operator_id"].map(|path| (path, RuleCode::MaxLen, Refuse));
    rule("lengths").accepts(&longest).finds(&too_long, &all);
}
