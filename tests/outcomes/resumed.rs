//! What was left in the middle is decided later, whatever state it was left in.

use alipay_apis::trade::payment::{Payment, PaymentEnd, resume};
use alipay_apis::trade::{Cancel, Refund};
use alipay_apis::{Amount, ErrorKind};
use alipay_sandbox::{Buyer, Reply};

use crate::counter::{Counter, seconds};
use crate::payments::{CANCEL, ORDER, PRICE, ended, follow, pay};

fn resumed(counter: &Counter) -> Payment {
    resume(&counter.client, ORDER, PRICE)
}

#[tokio::test(start_paused = true)]
async fn every_state_is_decided_without_paying_again() {
    let table: [(Buyer, &[&str], &str); 4] = [
        (Buyer::Pays, &[], "paid"),
        (Buyer::PaysAfter(seconds(20)), &["waits"], "paid"),
        (Buyer::NeverPays, &["waits", "cancelling"], "cancelled"),
        (Buyer::WrongPassword, &[], "found closed"),
    ];
    for (buyer, steps, end) in table {
        let counter = Counter::open(buyer).await;
        assert!(pay().call(&counter.client).await.is_ok());
        let (words, how) = follow(resumed(&counter)).await;
        assert_eq!((words.as_slice(), ended(&how)), (steps, end), "{buyer}");
        assert_eq!(counter.count("pay"), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn what_never_arrived_is_decided_too() {
    let counter = Counter::open(Buyer::Pays).await;
    assert_eq!(ended(&resumed(&counter).await), "never arrived");
    assert_eq!(counter.count("pay"), 0);
}

#[tokio::test(start_paused = true)]
async fn a_trade_that_was_ended_otherwise_is_closed() {
    let counter = Counter::open(Buyer::NeverPays).await;
    assert!(pay().call(&counter.client).await.is_ok());
    assert!(Cancel::new().out_trade_no(ORDER).call(&counter.client).await.is_ok());
    assert_eq!(ended(&resumed(&counter).await), "found closed");

    let counter = Counter::open(Buyer::Pays).await;
    assert!(pay().call(&counter.client).await.is_ok());
    assert!(Refund::new(PRICE).out_trade_no(ORDER).call(&counter.client).await.is_ok());
    assert_eq!(ended(&resumed(&counter).await), "found closed");
}

#[tokio::test(start_paused = true)]
async fn a_cashier_may_stop() {
    for (buyer, end) in [(Buyer::NeverPays, "cancelled"), (Buyer::Pays, "paid")] {
        let counter = Counter::open(buyer).await;
        assert!(pay().call(&counter.client).await.is_ok());
        let start = tokio::time::Instant::now();
        assert_eq!(ended(&resumed(&counter).deadline(seconds(0)).await), end);
        assert_eq!(start.elapsed(), seconds(0));
    }
}

#[tokio::test(start_paused = true)]
async fn after_a_cancellation_that_may_be_on_its_way_nothing_is_handed_over() {
    let counter = Counter::open(Buyer::Pays).await;
    assert!(pay().call(&counter.client).await.is_ok());
    // Paid, and still: the cancellation of the run before may come in now.
    assert_eq!(ended(&resumed(&counter).after_cancelling().await), "refunded");

    // Until the gateway says that it cannot be cancelled at all.
    let counter = Counter::open(Buyer::Pays).await;
    assert!(pay().call(&counter.client).await.is_ok());
    counter.gateway.once(CANCEL, Reply::business_error("ACQ.TRADE_CANCEL_TIME_OUT", "a day has passed"));
    assert_eq!(ended(&resumed(&counter).after_cancelling().await), "paid");
}

#[tokio::test(start_paused = true)]
async fn an_order_of_another_amount_is_not_this_one() {
    let counter = Counter::open(Buyer::NeverPays).await;
    assert!(pay().call(&counter.client).await.is_ok());
    let end = resume(&counter.client, ORDER, Amount::fen(1)).await;
    let PaymentEnd::Unknown(error) = end else { panic!("{end:?}") };
    assert_eq!(error.kind(), ErrorKind::Answer);
    assert_eq!(counter.count("cancel"), 0);
}
