//! Refunds: sent once, asked for until they are certain, and repeated only as they were.

use alipay_apis::ledger::MemoryLedger;
use alipay_apis::trade::refunds::{Refunded, Settled, Step, refund_and_wait};
use alipay_apis::trade::{Query, Refund};
use alipay_apis::{Amount, ErrorKind, Outcome, Sent};
use alipay_sandbox::{Buyer, Reply};

use crate::counter::{Counter, seconds};
use crate::payments::{ORDER, pay};

const REFUND: &str = "alipay.trade.refund";
const REFUND_QUERY: &str = "alipay.trade.fastpay.refund.query";
const PART: Amount = Amount::fen(880);

fn refund() -> Refund {
    Refund::new(PART).out_trade_no(ORDER).out_request_no("r1")
}

/// A counter at which the order was paid, and its ledger.
struct Shop {
    counter: Counter,
    ledger: MemoryLedger,
}

impl Shop {
    async fn open() -> Self {
        let counter = Counter::open(Buyer::Pays).await;
        assert!(pay().call(&counter.client).await.is_ok());
        counter.gateway.clear_calls();
        Self { counter, ledger: MemoryLedger::new() }
    }

    async fn give_back(&self, refund: Refund) -> Settled<Refunded> {
        refund_and_wait(&self.counter.client, self.ledger.clone(), refund).await
    }

    /// What is left of the order, in fen, by what can still be refunded.
    async fn left(&self) -> Vec<&'static str> {
        let mut left = Vec::new();
        for (amount, word) in [(Amount::fen(8880), "all"), (Amount::fen(8000), "all but one part")] {
            let all = Refund::new(amount).out_trade_no(ORDER).out_request_no(word.replace(' ', "_"));
            if all.call(&self.counter.client).await.is_ok() {
                left.push(word);
            }
        }
        left
    }
}

fn word(settled: &Settled<Refunded>) -> &'static str {
    match settled {
        Settled::Done(Refunded::Now(_)) => "now",
        Settled::Done(Refunded::Found(_)) => "found",
        Settled::Failed(_) => "failed",
        Settled::Unknown(_) => "unknown",
    }
}

#[tokio::test(start_paused = true)]
async fn a_refund_is_carried_out_once_however_often_it_is_asked_for() {
    let shop = Shop::open().await;
    assert_eq!(word(&shop.give_back(refund()).await), "now");
    for _ in 0..3 {
        assert_eq!(word(&shop.give_back(refund()).await), "found");
    }
    assert_eq!(shop.counter.calls(), ["refund", "query", "query", "query"]);
    assert_eq!(shop.left().await, ["all but one part"]);
}

#[tokio::test(start_paused = true)]
async fn a_trade_may_be_named_by_alipay_s_number() {
    let shop = Shop::open().await;
    let trade = Query::new().out_trade_no(ORDER).call(&shop.counter.client).await.unwrap();
    let by_trade_no = Refund::new(PART).trade_no(trade.trade_no.as_ref().unwrap()).out_request_no("r1");
    shop.counter.gateway.once_carried_out(REFUND, |_| Reply::disconnect());
    assert_eq!(word(&shop.give_back(by_trade_no).await), "found");
}

#[tokio::test(start_paused = true)]
async fn a_lost_answer_is_asked_for_but_not_at_once() {
    let answers: [fn(Reply) -> Reply; 4] = [
        |_| Reply::disconnect(),
        |_| Reply::unavailable(),
        |_| Reply::business_error("ACQ.SYSTEM_ERROR", "busy"),
        |_| Reply::business_error("ACQ.TRADE_NOT_EXIST", "nobody signed this").unsigned(),
    ];
    for (number, answer) in answers.into_iter().enumerate() {
        let shop = Shop::open().await;
        shop.counter.gateway.once_carried_out(REFUND, answer);
        let start = tokio::time::Instant::now();
        assert_eq!(word(&shop.give_back(refund()).await), "found", "answer {number}");
        assert!(start.elapsed() >= seconds(10), "answer {number}");
        assert_eq!(shop.left().await, ["all but one part"], "answer {number}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_request_that_got_lost_is_left_unknown_and_repeated_as_it_was() {
    let shop = Shop::open().await;
    shop.counter.gateway.once(REFUND, Reply::disconnect());
    assert_eq!(word(&shop.give_back(refund()).await), "unknown");
    assert_eq!(shop.counter.count("refund"), 1, "a run sends once");

    shop.counter.gateway.clear_calls();
    let mut steps = refund_and_wait(&shop.counter.client, shop.ledger.clone(), refund()).steps();
    assert!(matches!(steps.next().await, Some(Step::Known)));
    assert!(matches!(steps.next().await, Some(Step::NotFound)));
    assert!(matches!(steps.next().await, Some(Step::Ended(Settled::Done(Refunded::Now(_))))));
    let sent: Vec<_> =
        shop.counter.gateway.calls().iter().map(|call| call.biz_content()["out_request_no"].clone()).collect();
    assert_eq!(sent, ["r1", "r1"]);
    assert_eq!(shop.left().await, ["all but one part"]);
}

#[tokio::test(start_paused = true)]
async fn another_refund_under_the_number_is_refused_before_it_is_sent() {
    let shop = Shop::open().await;
    assert_eq!(word(&shop.give_back(refund()).await), "now");
    shop.counter.gateway.clear_calls();
    let mut more = refund();
    more.refund_amount = Amount::fen(881);
    for other in [more, refund().out_trade_no("20261126_2"), refund().refund_reason("another")] {
        let settled = shop.give_back(other).await;
        let Settled::Failed(error) = settled else { panic!("{settled:?}") };
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Ledger, Sent::No));
    }
    let without_number = shop.give_back(Refund::new(PART).out_trade_no(ORDER)).await;
    let Settled::Failed(error) = without_number else { panic!("{without_number:?}") };
    assert_eq!(error.kind(), ErrorKind::Ledger);
    assert!(shop.counter.calls().is_empty());
    assert_eq!(shop.left().await, ["all but one part"]);
}

#[tokio::test(start_paused = true)]
async fn without_its_ledger_a_repetition_is_no_fresh_refund_either() {
    let shop = Shop::open().await;
    assert_eq!(word(&shop.give_back(refund()).await), "now");
    // The answer says `fund_change` N.
    let outcome = refund().call(&shop.counter.client).outcome().await;
    assert!(matches!(outcome, Outcome::InProgress(_)), "{outcome:?}");
    let forgot = refund_and_wait(&shop.counter.client, MemoryLedger::new(), refund()).await;
    assert_eq!(word(&forgot), "found");
    assert_eq!(shop.left().await, ["all but one part"]);

    let mut more = refund();
    more.refund_amount = Amount::fen(881);
    shop.counter.gateway.clear_calls();
    let forgot = refund_and_wait(&shop.counter.client, MemoryLedger::new(), more).await;
    let Settled::Unknown(error) = forgot else { panic!("{forgot:?}") };
    let code = error.business().and_then(|refusal| refusal.sub_code());
    assert_eq!(code, Some("ACQ.DISCORDANT_REPEAT_REQUEST"), "a person has to look");
    assert_eq!(shop.counter.calls(), ["refund"], "and nothing is repeated");
}

#[tokio::test(start_paused = true)]
async fn a_refusal_is_final_and_may_be_repeated_when_its_reason_has_passed() {
    let shop = Shop::open().await;
    shop.counter.gateway.set_balance(100);
    assert_eq!(word(&shop.give_back(refund()).await), "failed");
    assert_eq!(shop.counter.calls(), ["refund"]);
    shop.counter.gateway.set_balance(100_000);
    assert_eq!(word(&shop.give_back(refund()).await), "now");
}

#[tokio::test(start_paused = true)]
async fn a_trade_that_cannot_be_refunded_is_no_open_question() {
    let counter = Counter::open(Buyer::NeverPays).await;
    assert!(pay().call(&counter.client).await.is_ok());
    let shop = Shop { counter, ledger: MemoryLedger::new() };
    let mut steps = refund_and_wait(&shop.counter.client, shop.ledger.clone(), refund()).steps();
    assert!(matches!(steps.next().await, Some(Step::Noted)));
    assert!(matches!(steps.next().await, Some(Step::Refused)));
    let Some(Step::Ended(Settled::Failed(error))) = steps.next().await else { panic!("not failed") };
    assert_eq!(error.business().and_then(|refusal| refusal.sub_code()), Some("ACQ.TRADE_STATUS_ERROR"));
}

#[tokio::test(start_paused = true)]
async fn answers_about_another_refund_prove_nothing() {
    let shop = Shop::open().await;
    shop.counter.gateway.once_carried_out(REFUND, |_| {
        Reply::node(
            r#"{"code":"10000","out_trade_no":"20261126_2","trade_no":"2026","fund_change":"Y","refund_fee":"8.80"}"#,
        )
    });
    shop.counter.gateway.once(REFUND_QUERY, Reply::node(
        r#"{"code":"10000","out_trade_no":"20261126_1","out_request_no":"r2","refund_amount":"8.80","refund_status":"REFUND_SUCCESS"}"#,
    ));
    assert_eq!(word(&shop.give_back(refund()).await), "found");
    assert_eq!(shop.counter.calls(), ["refund", "query", "query"]);
}

#[tokio::test(start_paused = true)]
async fn a_refund_may_be_dropped_after_any_step() {
    for is_lost_before in [true, false] {
        for steps in 0..8 {
            let shop = Shop::open().await;
            if is_lost_before {
                shop.counter.gateway.once(REFUND, Reply::disconnect());
            } else {
                shop.counter.gateway.once_carried_out(REFUND, |_| Reply::disconnect());
            }
            let mut going = refund_and_wait(&shop.counter.client, shop.ledger.clone(), refund()).steps();
            for _ in 0..steps {
                going.next().await;
            }
            drop(going);
            let mut runs = 0;
            while !matches!(shop.give_back(refund()).await, Settled::Done(_)) {
                runs += 1;
                assert!(runs < 3, "{steps} steps");
            }
            assert_eq!(shop.left().await, ["all but one part"], "{steps} steps");
        }
    }
}
