//! Which requests a retry policy may send again although they may have arrived.

/// What changes nothing without being called a query.
const QUESTIONS: [&str; 3] = [
    "alipay.marketing.activity.ordervoucher.codecount",
    "alipay.open.app.alipaycert.download",
    "alipay.user.info.share",
];

#[test]
fn questions_say_that_they_change_nothing_and_nothing_else_says_so() {
    for api in alipay_apis::catalogue() {
        let is_question = api.method.rsplit('.').next() == Some("query") || QUESTIONS.contains(&api.method);
        assert_eq!(api.read_only, is_question, "{}: `read_only` in its declaration", api.method);
    }
}

#[test]
fn a_payment_that_may_have_arrived_is_never_sent_again() {
    let pay = alipay_apis::catalogue().into_iter().find(|api| api.method == "alipay.trade.pay");
    assert!(pay.is_some_and(|pay| pay.in_progress), "a retry policy leaves such methods alone");
}
