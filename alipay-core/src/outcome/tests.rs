//! Every way in which a call can end, and what it says about the money.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::client::tests::{Scripted, builder, client, signed};
use crate::transport::{Phase, TransportError};
use crate::{Amount, Client, ErrorCode, ErrorKind, Record, RetryPolicy, alipay_api};

/// A payment, as far as it matters here.
#[alipay_api(method = "alipay.trade.pay", response = Paid, error = PayError, in_progress)]
struct Pay {
    #[alipay(max_len = 8)]
    out_trade_no: String,
    total_amount: Amount,
}

#[derive(Record)]
struct Paid {
    out_trade_no: String,
    total_amount: Option<Amount>,
    status: Option<String>,
}

#[derive(ErrorCode)]
enum PayError {
    /// Open, and the table says so.
    #[alipay(code = "ACQ.PAYMENT_UNCLEAR", remedy = "Ask.", retry = after_query)]
    Unclear,
    /// Open, and the table thinks only of repetitions.
    #[alipay(code = "ACQ.SYSTEM_ERROR", remedy = "Again.", retry = later)]
    System,
    /// May have been carried out once.
    #[alipay(code = "ACQ.AGAIN", remedy = "Again.", retry = same_request)]
    Again,
    /// Sounds final, and is about an earlier attempt.
    #[alipay(code = "ACQ.TRADE_HAS_SUCCESS", remedy = "Look.", retry = never)]
    HasSuccess,
    /// Final.
    #[alipay(code = "ACQ.BUYER_BALANCE_NOT_ENOUGH", remedy = "Another card.", retry = never)]
    NotEnough,
    /// Final, for now.
    #[alipay(code = "ACQ.SELLER_BALANCE_NOT_ENOUGH", remedy = "Pay in.", retry = later)]
    SellerNotEnough,
    Unknown(String),
}

impl Transaction for Pay {
    fn judge(&self, answer: &Answer<Paid>) -> Judgement {
        if answer.out_trade_no != self.out_trade_no {
            return Judgement::Doubtful("the answer is about another order");
        }
        match answer.status.as_deref() {
            None => Judgement::Done,
            Some("FAIL") => Judgement::Failed("the answer says that it failed"),
            Some(_) => Judgement::InProgress,
        }
    }

    fn leaves_open(code: &PayError) -> bool {
        matches!(code, PayError::HasSuccess)
    }
}

const KEY: &str = "alipay_trade_pay_response";

fn pay() -> Pay {
    Pay::new("7", Amount::fen(8880))
}

async fn outcome_of(transport: Arc<Scripted>) -> Outcome<Paid> {
    client(&transport).call(&pay()).outcome().await
}

/// A refund, which a policy may make again.
#[alipay_api(method = "alipay.trade.refund", response = Refunded, idempotent_by(out_request_no))]
struct Refund {
    out_request_no: String,
}

#[derive(Record)]
struct Refunded {}

impl Transaction for Refund {
    fn judge(&self, _: &Answer<Refunded>) -> Judgement {
        Judgement::Done
    }
}

/// As a word.
fn word(outcome: &Outcome<Paid>) -> &'static str {
    let word = match outcome {
        Outcome::Success(_) => "success",
        Outcome::InProgress(_) => "in progress",
        Outcome::Unknown(_) => "unknown",
        Outcome::Failed(_) => "failed",
    };
    assert_eq!(outcome.is_success(), word == "success");
    assert_eq!(outcome.must_be_queried(), matches!(word, "in progress" | "unknown"));
    assert_eq!(outcome.answer().is_some(), matches!(word, "success" | "in progress"));
    assert_eq!(outcome.error().is_some(), outcome.answer().is_none());
    word
}

#[tokio::test]
async fn a_signed_answer_decides_as_far_as_it_goes() {
    for (node, expected) in [
        (r#"{"code":"10000","out_trade_no":"7"}"#, "success"),
        (r#"{"code":"10000","out_trade_no":"7","status":"DEALING"}"#, "in progress"),
        (r#"{"code":"10000","out_trade_no":"7","status":"FAIL"}"#, "failed"),
        (r#"{"code":"10000","out_trade_no":"8"}"#, "unknown"),
        (r#"{"code":"10000"}"#, "unknown"),
        (r#"{"code":"10003","out_trade_no":"7"}"#, "in progress"),
        // Neither may end a payment that the gateway calls unfinished.
        (r#"{"code":"10003","out_trade_no":"7","status":"FAIL"}"#, "in progress"),
        (r#"{"code":"10003","out_trade_no":"8"}"#, "unknown"),
        (r#"{"code":"20000","sub_code":"isp.unknow-error"}"#, "unknown"),
        (r#"{"code":"20000","sub_code":"ACQ.BUYER_BALANCE_NOT_ENOUGH"}"#, "unknown"),
        (r#"{"code":"40004","sub_code":"ACQ.PAYMENT_UNCLEAR"}"#, "unknown"),
        (r#"{"code":"40004","sub_code":"ACQ.SYSTEM_ERROR"}"#, "unknown"),
        (r#"{"code":"40004","sub_code":"aop.ACQ.SYSTEM_ERROR"}"#, "unknown"),
        (r#"{"code":"40004","sub_code":"ACQ.AGAIN"}"#, "unknown"),
        (r#"{"code":"40004","sub_code":"ACQ.TRADE_HAS_SUCCESS"}"#, "unknown"),
        (r#"{"code":"40004","sub_code":"ACQ.NEW"}"#, "unknown"),
        (r#"{"code":"40004"}"#, "unknown"),
        (r#"{"code":"49999"}"#, "unknown"),
        (r#"{"code":"40004","sub_code":"ACQ.BUYER_BALANCE_NOT_ENOUGH"}"#, "failed"),
        (r#"{"code":"40004","sub_code":"ACQ.SELLER_BALANCE_NOT_ENOUGH"}"#, "failed"),
        (r#"{"code":"40005","sub_code":"isv.app-call-limited"}"#, "failed"),
        (r#"{"code":"40002","sub_code":"isv.invalid-app-id"}"#, "failed"),
    ] {
        assert_eq!(word(&outcome_of(Scripted::answering(signed(KEY, node))).await), expected, "{node}");
    }
}

#[tokio::test]
async fn what_nobody_signed_proves_nothing() {
    for node in [
        r#"{"code":"10000","out_trade_no":"7"}"#,
        r#"{"code":"40004","sub_code":"ACQ.BUYER_BALANCE_NOT_ENOUGH"}"#,
        r#"{"code":"40002","sub_code":"isv.invalid-app-id"}"#,
        r#"{"code":"40005","sub_code":"isv.app-call-limited"}"#,
    ] {
        let unsigned = format!(r#"{{"{KEY}":{node}}}"#);
        let forged = signed(KEY, node).replace('7', "8").replace("40", "41");
        for body in [unsigned, forged, signed("alipay_trade_query_response", node), node.to_owned()] {
            assert_eq!(word(&outcome_of(Scripted::answering(body.clone())).await), "unknown", "{body}");
        }
    }
    for body in ["", "{", "<html>busy</html>"] {
        assert_eq!(word(&outcome_of(Scripted::answering(body)).await), "unknown", "{body}");
    }
}

#[tokio::test]
async fn a_lost_answer_is_unknown_and_what_never_left_has_failed() {
    for (phase, expected) in [
        (Phase::Connect, "failed"),
        (Phase::ConnectTimeout, "failed"),
        (Phase::Tls, "failed"),
        (Phase::Send, "unknown"),
        (Phase::Read, "unknown"),
        (Phase::TooLarge, "unknown"),
    ] {
        let transport = Scripted::new(move || Err(TransportError::new(phase, "gone")));
        assert_eq!(word(&outcome_of(transport).await), expected, "{phase:?}");
    }
    let busy = Scripted::new(|| {
        Ok(http::Response::builder().status(502).body(crate::transport::AnswerBody::from("busy")).unwrap())
    });
    assert_eq!(word(&outcome_of(busy).await), "unknown");
}

#[tokio::test(start_paused = true)]
async fn a_refusal_after_a_lost_attempt_is_none() {
    let attempts = AtomicUsize::new(0);
    let transport = Scripted::new(move || {
        if attempts.fetch_add(1, Ordering::Relaxed) == 0 {
            return Err(TransportError::new(Phase::Send, "gone"));
        }
        let refusal = r#"{"code":"40005","sub_code":"isv.app-call-limited"}"#;
        Ok(http::Response::new(signed("alipay_trade_refund_response", refusal).into()))
    });
    let client = builder().transport(transport).build().unwrap();
    let refund = Refund::new("1");
    let outcome = refund.call(&client).retry(RetryPolicy::standard().attempts(2)).outcome().await;
    assert!(matches!(&outcome, Outcome::Unknown(error) if error.is_business()), "{outcome:?}");
    // The same refusal of the only attempt.
    let outcome = refund.call(&client).outcome().await;
    assert!(matches!(outcome, Outcome::Failed(_)), "{outcome:?}");
}

#[tokio::test]
async fn what_breaks_a_rule_has_failed_and_was_not_sent() {
    let client: Client = builder().transport(Scripted::answering("")).build().unwrap();
    let outcome = client.call(&Pay::new("123456789", Amount::ZERO)).outcome().await;
    assert_eq!(word(&outcome), "failed");
    let error = outcome.error().unwrap();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Validation, Sent::No));
}

#[tokio::test]
async fn an_answer_that_is_an_error_keeps_all_that_was_said() {
    let node = r#"{"code":"10000","out_trade_no":"8"}"#;
    let outcome = outcome_of(Scripted::answering(signed(KEY, node))).await;
    let error = outcome.error().unwrap();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Answer, Sent::Possibly));
    assert_eq!((error.body(), error.body_is_verified()), (Some(node), true));
    assert_eq!(error.trace_id(), Some(crate::client::tests::TRACE_ID));
    assert_eq!(error.to_string(), "alipay.trade.pay: the answer is about another order");
}
