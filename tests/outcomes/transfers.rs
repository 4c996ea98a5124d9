//! Transfers: sent once, asked for until they are certain, and never cancelled.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use alipay_apis::fund::TransUniTransfer;
use alipay_apis::fund::trans_uni_transfer::{BizScene, IdentityType, Participant, ProductCode};
use alipay_apis::fund::transfers::{Settled, Step, Transferred, transfer_and_wait};
use alipay_apis::ledger::MemoryLedger;
use alipay_apis::{Amount, ErrorKind, Sent};
use alipay_sandbox::{Buyer, Reply};
use serde_json::json;

use crate::counter::{Counter, seconds};

const NUMBER: &str = "20261126-t1";
const TRANSFER: &str = "alipay.fund.trans.uni.transfer";
const QUERY: &str = "alipay.fund.trans.common.query";

fn transfer() -> TransUniTransfer {
    let payee = Participant::new("074a1CcTG1LelxKe4xQC0zgNdId0nxi95b5lsNpazWYoCo5", IdentityType::AlipayOpenId);
    TransUniTransfer::new(NUMBER, Amount::yuan(23), ProductCode::TransAccountNoPwd, payee)
        .biz_scene(BizScene::DirectTransfer)
}

/// A bank that carries a transfer out once, and then says of it what is in `status`.
struct Bank {
    counter: Counter,
    ledger: MemoryLedger,
    status: Arc<Mutex<&'static str>>,
    /// Number and amount of what was carried out.
    carried_out: Arc<Mutex<HashMap<String, String>>>,
}

impl Bank {
    async fn open(status: &'static str) -> Self {
        let bank = Self {
            counter: Counter::open(Buyer::Pays).await,
            ledger: MemoryLedger::new(),
            status: Arc::new(Mutex::new(status)),
            carried_out: Arc::default(),
        };
        let (book, now) = (bank.carried_out.clone(), bank.status.clone());
        bank.counter.gateway.on(TRANSFER, move |call| {
            let content = call.biz_content();
            let (number, amount) = (content["out_biz_no"].as_str().unwrap(), content["trans_amount"].to_string());
            let noted = book.lock().unwrap().entry(number.to_owned()).or_insert_with(|| amount.clone()).clone();
            if noted != amount {
                return Reply::business_error("PAYMENT_INFO_INCONSISTENCY", "another transfer");
            }
            Reply::success(json!({ "out_biz_no": number, "order_id": "2026", "status": *now.lock().unwrap() }))
        });
        let (book, now) = (bank.carried_out.clone(), bank.status.clone());
        bank.counter.gateway.on(QUERY, move |call| {
            let content = call.biz_content();
            assert_eq!(content["product_code"], "TRANS_ACCOUNT_NO_PWD");
            assert_eq!(content["biz_scene"], "DIRECT_TRANSFER");
            let number = content["out_biz_no"].as_str().unwrap();
            if !book.lock().unwrap().contains_key(number) {
                return Reply::business_error("ORDER_NOT_EXIST", "no such transfer");
            }
            Reply::success(json!({ "out_biz_no": number, "order_id": "2026", "status": *now.lock().unwrap() }))
        });
        bank
    }

    async fn send(&self) -> Settled<Transferred> {
        transfer_and_wait(&self.counter.client, self.ledger.clone(), transfer()).await
    }

    /// How often the two methods were called.
    fn calls(&self) -> (usize, usize) {
        (self.counter.count("transfer"), self.counter.count("query"))
    }
}

fn word(settled: &Settled<Transferred>) -> &'static str {
    match settled {
        Settled::Done(Transferred::Now(_)) => "now",
        Settled::Done(Transferred::Found(_)) => "found",
        Settled::Failed(_) => "failed",
        Settled::Unknown(_) => "unknown",
    }
}

#[tokio::test(start_paused = true)]
async fn the_state_decides() {
    for (status, expected) in [
        ("SUCCESS", "now"),
        ("FAIL", "failed"),
        ("CLOSED", "failed"),
        ("REFUND", "failed"),
        ("DEALING", "unknown"),
        ("WAIT_PAY", "unknown"),
        ("A_NEW_WORD", "unknown"),
    ] {
        let bank = Bank::open(status).await;
        assert_eq!(word(&bank.send().await), expected, "{status}");
        assert_eq!(bank.calls().0, 1, "{status}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_transfer_that_is_worked_on_is_asked_for_until_it_is_done() {
    let bank = Bank::open("DEALING").await;
    let mut steps = transfer_and_wait(&bank.counter.client, bank.ledger.clone(), transfer()).steps();
    assert!(matches!(steps.next().await, Some(Step::Noted)));
    assert!(matches!(steps.next().await, Some(Step::InProgress)));
    assert!(matches!(steps.next().await, Some(Step::InProgress)));
    *bank.status.lock().unwrap() = "SUCCESS";
    let Some(Step::Ended(settled)) = steps.next().await else { panic!("not ended") };
    assert_eq!((word(&settled), bank.calls()), ("found", (1, 2)));
    assert!(steps.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn a_lost_answer_is_asked_for_and_nothing_is_sent_again() {
    let answers: [fn(Reply) -> Reply; 5] = [
        |_| Reply::disconnect(),
        |_| Reply::unavailable(),
        |_| Reply::business_error("SYSTEM_ERROR", "busy"),
        |_| Reply::business_error("PAYER_BALANCE_NOT_ENOUGH", "nobody signed this").unsigned(),
        Reply::wrongly_signed,
    ];
    for (number, answer) in answers.into_iter().enumerate() {
        let bank = Bank::open("SUCCESS").await;
        bank.counter.gateway.once_carried_out(TRANSFER, answer);
        assert_eq!((word(&bank.send().await), bank.calls()), ("found", (1, 1)), "answer {number}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_request_that_got_lost_is_left_unknown_and_repeated_as_it_was() {
    let bank = Bank::open("SUCCESS").await;
    bank.counter.gateway.once(TRANSFER, Reply::disconnect());
    let start = tokio::time::Instant::now();
    assert_eq!(word(&bank.send().await), "unknown");
    assert_eq!((start.elapsed(), bank.calls().0), (seconds(60), 1), "a run sends once");

    bank.counter.gateway.clear_calls();
    assert_eq!(word(&bank.send().await), "now");
    assert_eq!(bank.counter.calls(), ["query", "transfer"], "asked for before it is repeated");

    bank.counter.gateway.clear_calls();
    assert_eq!(word(&bank.send().await), "found");
    assert_eq!(bank.counter.calls(), ["query"]);
}

#[tokio::test(start_paused = true)]
async fn another_amount_payee_or_scene_under_the_number_is_refused_before_it_is_sent() {
    let bank = Bank::open("SUCCESS").await;
    assert_eq!(word(&bank.send().await), "now");
    bank.counter.gateway.clear_calls();
    let mut to_another = transfer();
    to_another.payee_info = Participant::new("074somebody-else", IdentityType::AlipayOpenId);
    let mut more = transfer();
    more.trans_amount = Amount::fen(2301);
    for other in [more, to_another, transfer().biz_scene(BizScene::PersonalCollection)] {
        let settled = transfer_and_wait(&bank.counter.client, bank.ledger.clone(), other).await;
        let Settled::Failed(error) = settled else { panic!("{settled:?}") };
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Ledger, Sent::No));
    }
    assert!(bank.counter.calls().is_empty());
}

#[tokio::test(start_paused = true)]
async fn without_its_ledger_another_transfer_under_the_number_is_not_taken_for_this_one() {
    let bank = Bank::open("SUCCESS").await;
    assert_eq!(word(&bank.send().await), "now");
    let mut more = transfer();
    more.trans_amount = Amount::fen(2301);
    let settled = transfer_and_wait(&bank.counter.client, MemoryLedger::new(), more).await;
    let Settled::Unknown(error) = settled else { panic!("{settled:?}") };
    assert_eq!(error.business().and_then(|refusal| refusal.sub_code()), Some("PAYMENT_INFO_INCONSISTENCY"));
    assert_eq!(bank.calls(), (2, 0), "a person has to look");
}

#[tokio::test(start_paused = true)]
async fn the_gateway_s_own_transfers_are_carried_out_and_found() {
    let counter = Counter::open(Buyer::Pays).await;
    let send = |ledger, transfer| transfer_and_wait(&counter.client, ledger, transfer);
    counter.gateway.once_carried_out(TRANSFER, |_| Reply::disconnect());
    let ledger = MemoryLedger::new();
    for _ in 0..2 {
        assert_eq!(word(&send(ledger.clone(), transfer()).await), "found");
    }
    // The answer to the question is about another amount.
    let mut less = transfer();
    less.trans_amount = Amount::yuan(22);
    counter.gateway.once(TRANSFER, Reply::disconnect());
    let settled = send(MemoryLedger::new(), less).await;
    let Settled::Unknown(error) = settled else { panic!("{settled:?}") };
    assert_eq!(error.kind(), ErrorKind::Answer);
}

#[tokio::test(start_paused = true)]
async fn what_could_not_be_asked_for_is_not_sent() {
    let bank = Bank::open("SUCCESS").await;
    let mut without_scene = transfer();
    without_scene.biz_scene = None;
    let settled = transfer_and_wait(&bank.counter.client, bank.ledger.clone(), without_scene).await;
    let Settled::Failed(error) = settled else { panic!("{settled:?}") };
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Ledger, Sent::No));
    assert!(bank.counter.calls().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_refusal_is_final_and_may_be_repeated_when_its_reason_has_passed() {
    let bank = Bank::open("SUCCESS").await;
    let refused = Reply::business_error("PAYER_BALANCE_NOT_ENOUGH", "too little");
    bank.counter.gateway.once(TRANSFER, refused.clone()).then(refused);
    assert_eq!((word(&bank.send().await), bank.calls()), ("failed", (1, 0)));
    // A repetition is asked for after a refusal too: the first one may have been late.
    assert_eq!((word(&bank.send().await), bank.calls()), ("failed", (2, 2)));
    assert_eq!(word(&bank.send().await), "now");
}

#[tokio::test(start_paused = true)]
async fn an_earlier_attempt_that_arrives_late_is_found() {
    let bank = Bank::open("SUCCESS").await;
    bank.counter.gateway.once(TRANSFER, Reply::disconnect());
    assert_eq!(word(&bank.send().await), "unknown");
    // It arrives between the question and the repetition, and uses up the balance.
    let book = bank.carried_out.clone();
    bank.counter.gateway.once_carried_out(TRANSFER, move |_| {
        assert_eq!(book.lock().unwrap().len(), 1);
        Reply::business_error("PAYER_BALANCE_NOT_ENOUGH", "too little")
    });
    assert_eq!(word(&bank.send().await), "found");
}

#[tokio::test(start_paused = true)]
async fn a_transfer_may_be_dropped_after_any_step() {
    for steps in 0..6 {
        let bank = Bank::open("DEALING").await;
        let mut going = transfer_and_wait(&bank.counter.client, bank.ledger.clone(), transfer()).steps();
        for _ in 0..steps {
            going.next().await;
        }
        drop(going);
        *bank.status.lock().unwrap() = "SUCCESS";
        assert!(matches!(bank.send().await, Settled::Done(_)), "{steps} steps");
        assert_eq!((bank.calls().0, bank.carried_out.lock().unwrap().len()), (1, 1), "{steps} steps");
    }
}
