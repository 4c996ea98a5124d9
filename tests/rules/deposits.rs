//! Deposits and balances: what is decided beyond the fact tables.

use alipay_apis::Amount;
use alipay_apis::fund::account_query::AccountType;
use alipay_apis::fund::{AccountQuery, AuthOperationDetailQuery, AuthOrderAppFreeze, AuthOrderUnfreeze};
use alipay_apis::violation::RuleCode;

use crate::shown::rule;

#[test]
fn an_amount_of_a_deposit_has_two_decimals_and_bounds() {
    let freeze = |amount: Amount| AuthOrderAppFreeze::new("1", "1", "Deposit", amount, "PRE_AUTH_ONLINE");
    rule("what is frozen")
        .accepts(&freeze(Amount::fen(1)))
        .accepts(&freeze(Amount::yuan(100_000_000)))
        .refuses(&freeze(Amount::fen(0)), "amount", RuleCode::Range)
        .refuses(&freeze(Amount::fen(10_000_000_001)), "amount", RuleCode::Range);
    let unfreeze =
        |amount: &str| AuthOrderUnfreeze::new("1", "1", amount.parse::<Amount>().expect("an amount"), "Over");
    rule("what is given back").accepts(&unfreeze("0.01")).refuses(&unfreeze("0"), "amount", RuleCode::Range).refuses(
        &unfreeze("1.005"),
        "amount",
        RuleCode::Decimals,
    );
}

#[test]
fn channels_are_named_or_excluded() {
    let freeze = AuthOrderAppFreeze::new("1", "1", "Deposit", Amount::yuan(1), "PRE_AUTH_ONLINE");
    let named = freeze.enable_pay_channels("[{\"payChannelType\":\"MONEY_FUND\"}]");
    let both = named.clone().disable_pay_channels("[{\"payChannelType\":\"OPTIMIZED_MOTO\"}]");
    rule("channels").accepts(&named).advises(&both, "enable_pay_channels", RuleCode::AtMostOne);
}

#[test]
fn a_step_is_asked_for_by_a_number_of_the_authorisation_and_one_of_the_step() {
    let query = AuthOperationDetailQuery::new;
    rule("a number of each")
        .accepts(&query().auth_no("1").out_request_no("1"))
        .accepts(&query().out_order_no("1").operation_id("1"))
        .refuses(&query().auth_no("1"), "operation_id", RuleCode::AtLeastOne)
        .refuses(&query().operation_id("1"), "auth_no", RuleCode::AtLeastOne);
}

#[test]
fn a_balance_has_an_owner() {
    let query = || AccountQuery::new(AccountType::AcctransAccount);
    rule("an owner")
        .accepts(&query().alipay_user_id("2088123412341234"))
        .accepts(&query().alipay_open_id("074a1CcTG1LelxKe4xQC0zgNdId0nxi95b5lsNpazWYoCo5"))
        .refuses(&query(), "alipay_user_id", RuleCode::AtLeastOne);
}
