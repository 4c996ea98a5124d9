//! A thousand orders, and for each answers that get lost by chance: one charge and one refund each.

use alipay_apis::ledger::MemoryLedger;
use alipay_apis::trade::payment::{PaymentEnd, pay_and_wait};
use alipay_apis::trade::refunds::{Settled, refund_and_wait};
use alipay_apis::trade::{Pay, Refund};
use alipay_apis::{Amount, RetryPolicy};
use alipay_sandbox::Buyer;
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};

use crate::counter::Counter;
use crate::faults::Fault;
use crate::payments::{PAY, PRICE, QUERY};

const REFUND: &str = "alipay.trade.refund";
const REFUND_QUERY: &str = "alipay.trade.fastpay.refund.query";
const PART: Amount = Amount::fen(880);
const ORDERS: u64 = 1000;

/// Up to two faults in a row, after which the network works.
fn befall(counter: &Counter, chance: &mut TestRng, method: &str) {
    for _ in 0..chance.next_u32() % 3 {
        let fault = if chance.next_u32().is_multiple_of(2) { Fault::Before } else { Fault::After };
        fault.befall(counter, method);
    }
}

#[tokio::test(start_paused = true)]
async fn a_thousand_orders_are_charged_once_and_refunded_once() {
    let mut chance = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    // A policy that repeats what may be repeated must not make a second charge of it.
    let counter = Counter::open_with(Buyer::Pays, RetryPolicy::standard().budget(u32::MAX)).await;
    counter.gateway.set_balance(0);
    let ledger = MemoryLedger::new();
    for n in 0..ORDERS {
        let order = format!("thousand_{n}");
        Fault::After.befall(&counter, PAY);
        befall(&counter, &mut chance, QUERY);
        let pay = Pay::new(order.as_str(), PRICE, "A pot of tea").auth_code("28763443825664394");
        let end = pay_and_wait(&counter.client, pay).await;
        assert!(matches!(end, PaymentEnd::Paid(_)), "{order}: {end:?}");
        assert_eq!(counter.count("pay"), 1, "{order}");

        befall(&counter, &mut chance, REFUND);
        befall(&counter, &mut chance, REFUND_QUERY);
        let refund = Refund::new(PART).out_trade_no(order.as_str()).out_request_no(format!("{order}_part"));
        let mut is_done = false;
        for _ in 0..10 {
            // What is not known yet is repeated as it was.
            match refund_and_wait(&counter.client, ledger.clone(), refund.clone()).await {
                Settled::Done(_) => is_done = true,
                Settled::Unknown(_) => continue,
                Settled::Failed(error) => panic!("{order}: {error:?}"),
            }
            break;
        }
        assert!(is_done, "{order}: {:?}", counter.calls());
        counter.gateway.clear_calls();
    }
    assert_eq!(counter.gateway.balance(), Some(ORDERS * (8880 - 880)));
}
