//! A payment at the counter, however it goes.

use alipay_apis::trade::Pay;
use alipay_apis::trade::payment::{Closing, Payment, PaymentEnd, PaymentStep, Proof, pay_and_wait};
use alipay_apis::{Amount, ErrorKind};
use alipay_sandbox::{Buyer, Reply};

use crate::counter::{Counter, seconds};

pub(crate) const ORDER: &str = "20261126_1";
pub(crate) const PRICE: Amount = Amount::fen(8880);

pub(crate) const PAY: &str = "alipay.trade.pay";
pub(crate) const QUERY: &str = "alipay.trade.query";
pub(crate) const CANCEL: &str = "alipay.trade.cancel";

pub(crate) fn pay() -> Pay {
    Pay::new(ORDER, PRICE, "A pot of tea").auth_code("28763443825664394")
}

pub(crate) fn payment(counter: &Counter) -> Payment {
    pay_and_wait(&counter.client, pay())
}

/// The steps as words, each once in a row, and the end.
pub(crate) async fn follow(payment: Payment) -> (Vec<&'static str>, PaymentEnd) {
    follow_and(payment, |_| ()).await
}

pub(crate) async fn follow_and(payment: Payment, mut act: impl FnMut(&'static str)) -> (Vec<&'static str>, PaymentEnd) {
    let (mut steps, mut words) = (payment.steps(), Vec::new());
    while let Some(step) = steps.next().await {
        let word = match step {
            PaymentStep::Ended(end) => {
                assert!(steps.next().await.is_none(), "the last step");
                return (words, end);
            }
            step => word(&step),
        };
        act(word);
        words.push(word);
        words.dedup();
    }
    panic!("no end")
}

fn word(step: &PaymentStep) -> &'static str {
    match step {
        PaymentStep::Accepted => "accepted",
        PaymentStep::WaitsForBuyer => "waits",
        PaymentStep::NotFound => "not found",
        PaymentStep::Unclear(_) => "unclear",
        PaymentStep::Refused => "refused",
        PaymentStep::Cancelling => "cancelling",
        PaymentStep::NothingToCancel => "nothing to cancel",
        PaymentStep::CancelUnclear(_) => "cancel unclear",
        other => panic!("{other}"),
    }
}

/// The end as a word. Every end has to name the order.
pub(crate) fn ended(end: &PaymentEnd) -> &'static str {
    match end {
        PaymentEnd::Paid(trade) => {
            assert_eq!((trade.out_trade_no.as_str(), trade.total_amount), (ORDER, PRICE));
            assert!(trade.trade_no.is_some());
            match &trade.proof {
                Proof::Pay(answer) => assert_eq!(answer.out_trade_no, ORDER),
                Proof::Query(answer) => assert_eq!(answer.out_trade_no, ORDER),
            }
            "paid"
        }
        PaymentEnd::Failed(_) => "failed",
        PaymentEnd::Closed(trade) => {
            assert_eq!(trade.out_trade_no, ORDER);
            match &trade.how {
                Closing::Cancelled(_) => "cancelled",
                Closing::Refunded(_) => "refunded",
                Closing::FoundClosed(_) => "found closed",
                Closing::NeverArrived => "never arrived",
                other => panic!("{other:?}"),
            }
        }
        PaymentEnd::Unknown(_) => "unknown",
    }
}

#[tokio::test(start_paused = true)]
async fn buyers_pay_or_do_not() {
    let table: [(Buyer, &[&str], &str); 6] = [
        (Buyer::Pays, &[], "paid"),
        (Buyer::PaysAfter(seconds(20)), &["accepted", "waits"], "paid"),
        (Buyer::NeverPays, &["accepted", "waits", "cancelling"], "cancelled"),
        (Buyer::WrongPassword, &["accepted"], "found closed"),
        (Buyer::InvalidCode, &["refused"], "failed"),
        (Buyer::BalanceTooLow, &["refused"], "failed"),
    ];
    for (buyer, steps, end) in table {
        let counter = Counter::open(buyer).await;
        let (words, how) = follow(payment(&counter)).await;
        assert_eq!((words.as_slice(), ended(&how)), (steps, end), "{buyer}");
        assert_eq!(counter.count("pay"), 1, "{buyer}");
        // The same without looking on.
        let counter = Counter::open(buyer).await;
        assert_eq!(ended(&payment(&counter).await), end, "{buyer}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_answer_to_a_payment_may_get_lost() {
    let table: [(Buyer, bool, &[&str], &str); 4] = [
        (Buyer::Pays, true, &["unclear"], "paid"),
        (Buyer::PaysAfter(seconds(20)), true, &["unclear", "waits"], "paid"),
        (Buyer::NeverPays, true, &["unclear", "waits", "cancelling"], "cancelled"),
        // It got lost on the way there.
        (
            Buyer::Pays,
            false,
            &["unclear", "not found", "cancelling", "nothing to cancel", "cancelling", "nothing to cancel"],
            "never arrived",
        ),
    ];
    for (buyer, arrives, steps, end) in table {
        let counter = Counter::open(buyer).await;
        if arrives {
            counter.gateway.once_carried_out(PAY, |_| Reply::disconnect());
        } else {
            counter.gateway.once(PAY, Reply::disconnect());
        }
        let (words, how) = follow(payment(&counter)).await;
        assert_eq!(&words[..words.len().min(steps.len())], steps, "{buyer}");
        assert_eq!(ended(&how), end, "{buyer}");
        assert_eq!(counter.count("pay"), 1, "never a second payment");
    }
}

#[tokio::test(start_paused = true)]
async fn what_proves_nothing_is_asked_for() {
    let answers: [fn(Reply) -> Reply; 8] = [
        |_| Reply::unavailable(),
        |_| Reply::business_error("ACQ.SYSTEM_ERROR", "busy"),
        |_| Reply::business_error("ACQ.NEW_ERROR", "new"),
        |_| Reply::business_error("ACQ.TRADE_HAS_SUCCESS", "paid before"),
        |_| Reply::business_error("ACQ.PAYMENT_AUTH_CODE_INVALID", "nobody signed this").unsigned(),
        Reply::wrongly_signed,
        Reply::unsigned,
        Reply::truncated,
    ];
    for (number, answer) in answers.into_iter().enumerate() {
        let counter = Counter::open(Buyer::Pays).await;
        counter.gateway.once_carried_out(PAY, answer);
        let (words, end) = follow(payment(&counter)).await;
        assert_eq!((words, ended(&end)), (vec!["unclear"], "paid"), "answer {number}");
        assert_eq!(counter.calls(), ["pay", "query"], "answer {number}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_a_refused_payment_leaves_behind_cannot_be_paid_later() {
    for (buyer, steps, end) in [
        (Buyer::NeverPays, vec!["refused", "cancelling"], "cancelled"),
        (Buyer::WrongPassword, vec!["refused"], "found closed"),
        // Who is right, the refusal or the answer to the question? The trade is paid.
        (Buyer::Pays, vec!["refused"], "paid"),
    ] {
        let counter = Counter::open(buyer).await;
        counter.gateway.once_carried_out(PAY, |_| Reply::business_error("ACQ.BUYER_BALANCE_NOT_ENOUGH", "too little"));
        let start = tokio::time::Instant::now();
        let (words, how) = follow(payment(&counter)).await;
        assert_eq!((words, ended(&how), start.elapsed()), (steps, end, seconds(0)), "{buyer}");
    }
    // Nobody answers the question at first.
    let counter = Counter::open(Buyer::BalanceTooLow).await;
    counter.gateway.once(QUERY, Reply::disconnect());
    let (words, end) = follow(payment(&counter)).await;
    assert_eq!((words, ended(&end)), (vec!["refused", "unclear"], "failed"));
}

#[tokio::test]
async fn what_waits_can_be_handed_to_another_task() {
    fn moves<T: Send + 'static>(_: T) {}
    let counter = Counter::open(Buyer::Pays).await;
    moves(payment(&counter));
    moves(payment(&counter).into_future());
    moves(payment(&counter).steps());
}

#[tokio::test(start_paused = true)]
async fn an_answer_about_another_order_proves_nothing() {
    let others = [
        r#"{"code":"10000","out_trade_no":"20261126_2","trade_no":"2026","total_amount":"88.80"}"#,
        r#"{"code":"10000","out_trade_no":"20261126_1","trade_no":"2026","total_amount":"0.01"}"#,
        r#"{"code":"10000","out_trade_no":"20261126_1","trade_no":"2026"}"#,
        r#"{"code":"10000","out_trade_no":"20261126_1","trade_no":"2026","total_amount":"88.80","credit_pay_mode":"creditAdvanceV2"}"#,
        r#"{"code":"10000","out_trade_no":"20261126_1","trade_no":"2026","total_amount":"88.80","async_payment_mode":"ASYNC_DELAY_PAY"}"#,
    ];
    for answer in others {
        let counter = Counter::open(Buyer::NeverPays).await;
        counter.gateway.once_carried_out(PAY, move |_| Reply::node(answer));
        assert_eq!(ended(&payment(&counter).await), "cancelled", "{answer}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_cancellation_follows_right_after_the_last_question() {
    let counter = Counter::open(Buyer::NeverPays).await;
    let start = tokio::time::Instant::now();
    assert_eq!(ended(&payment(&counter).deadline(seconds(20)).await), "cancelled");
    assert_eq!(start.elapsed().as_secs(), 20);
    let calls = counter.calls();
    assert_eq!(calls[calls.len() - 2..], ["query", "cancel"]);
    // About every four or five seconds.
    assert!((4..=8).contains(&counter.count("query")), "{calls:?}");
}

#[tokio::test(start_paused = true)]
async fn a_cancellation_may_get_lost_or_have_to_be_repeated() {
    let table: [(&str, Vec<Reply>, bool, &str); 6] = [
        ("lost on the way there", vec![Reply::disconnect()], false, "cancelled"),
        ("lost twice", vec![Reply::disconnect(), Reply::unavailable()], false, "cancelled"),
        ("lost on the way back", vec![], true, "found closed"),
        (
            "to be repeated",
            vec![Reply::success(serde_json::json!({ "out_trade_no": ORDER, "retry_flag": "Y", "action": "close" }))],
            false,
            "cancelled",
        ),
        (
            "a word that nobody knows",
            vec![Reply::success(serde_json::json!({ "out_trade_no": ORDER, "retry_flag": "N", "action": "melt" }))],
            false,
            "cancelled",
        ),
        (
            "about another order",
            vec![Reply::success(serde_json::json!({ "out_trade_no": "2", "retry_flag": "N", "action": "close" }))],
            false,
            "cancelled",
        ),
    ];
    for (name, replies, is_carried_out, end) in table {
        let counter = Counter::open(Buyer::NeverPays).await;
        for reply in replies {
            counter.gateway.once(CANCEL, reply);
        }
        if is_carried_out {
            counter.gateway.once_carried_out(CANCEL, |_| Reply::disconnect());
        }
        let (words, how) = follow(payment(&counter)).await;
        assert!(words.contains(&"cancel unclear"), "{name}: {words:?}");
        assert_eq!(ended(&how), end, "{name}: {words:?}");
        assert_eq!(counter.count("pay"), 1, "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn who_pays_at_the_last_moment_gets_the_money_back() {
    let counter = Counter::open(Buyer::NeverPays).await;
    let gateway = counter.gateway.clone();
    let (_, end) = follow_and(payment(&counter), |word| {
        if word == "cancelling" {
            gateway.buyer(Buyer::Pays);
        }
    })
    .await;
    assert_eq!(ended(&end), "refunded");
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_cancelled_because_it_is_paid_is_paid() {
    let counter = Counter::open(Buyer::NeverPays).await;
    counter.gateway.once(CANCEL, Reply::business_error("ACQ.SELLER_BALANCE_NOT_ENOUGH", "too little"));
    let gateway = counter.gateway.clone();
    let (words, end) = follow_and(payment(&counter), |word| {
        if word == "cancelling" {
            gateway.buyer(Buyer::Pays);
        }
    })
    .await;
    assert_eq!((words.last(), ended(&end)), (Some(&"cancel unclear"), "paid"));
}

#[tokio::test(start_paused = true)]
async fn what_is_paid_while_a_cancellation_is_on_its_way_is_not_handed_over() {
    let counter = Counter::open(Buyer::NeverPays).await;
    counter.gateway.once(CANCEL, Reply::disconnect());
    let gateway = counter.gateway.clone();
    let (_, end) = follow_and(payment(&counter), |word| {
        if word == "cancelling" {
            gateway.buyer(Buyer::Pays);
        }
    })
    .await;
    // The question in between found it paid. The first cancellation might have come after that.
    assert_eq!(ended(&end), "refunded");
    assert_eq!(counter.count("cancel"), 2);
}

#[tokio::test(start_paused = true)]
async fn a_number_of_another_order_is_neither_believed_nor_cancelled() {
    let counter = Counter::open(Buyer::Pays).await;
    let other = Pay::new(ORDER, Amount::fen(1), "A biscuit").auth_code("28763443825664394");
    assert!(other.call(&counter.client).await.is_ok());

    let (words, end) = follow(payment(&counter)).await;
    assert_eq!(words, ["unclear"]);
    let PaymentEnd::Unknown(error) = end else { panic!("{end:?}") };
    assert_eq!(error.kind(), ErrorKind::Answer);
    assert_eq!(error.to_string(), "alipay.trade.query: the trade of this `out_trade_no` has another `total_amount`",);
    assert_eq!(counter.count("cancel"), 0);
}

#[tokio::test(start_paused = true)]
async fn the_same_payment_again_is_found_paid() {
    let counter = Counter::open(Buyer::Pays).await;
    assert_eq!(ended(&payment(&counter).await), "paid");
    let (words, end) = follow(payment(&counter)).await;
    assert_eq!((words, ended(&end)), (vec!["unclear"], "paid"));
}

#[tokio::test(start_paused = true)]
async fn what_is_not_sent_has_failed_at_once() {
    let counter = Counter::open(Buyer::Pays).await;
    let too_long = Pay::new("1".repeat(65), PRICE, "Tea");
    let PaymentEnd::Failed(error) = pay_and_wait(&counter.client, too_long).await else { panic!("failed") };
    assert_eq!(error.kind(), ErrorKind::Validation);
    assert!(counter.calls().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_gateway_that_is_away_leaves_the_end_open() {
    let counter = Counter::open(Buyer::NeverPays).await;
    for _ in 0..60 {
        counter.gateway.once(QUERY, Reply::disconnect());
        counter.gateway.once(CANCEL, Reply::unavailable());
    }
    let start = tokio::time::Instant::now();
    let (words, end) = follow(payment(&counter)).await;
    assert_eq!(ended(&end), "unknown");
    assert_eq!(start.elapsed().as_secs(), 90, "{words:?}");
}
