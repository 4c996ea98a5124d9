//! Programs that stop in the middle: after any step, and inside of one.

use std::task::Poll;

use alipay_apis::trade::payment::{PaymentStep, Steps, resume};
use alipay_sandbox::Buyer;

use crate::counter::{Counter, seconds};
use crate::faults::{Fate, Fault, fate};
use crate::payments::{CANCEL, ORDER, PAY, PRICE, ended, payment};

/// What gets lost, to have steps of all kinds.
const FAULTS: [(Fault, &str); 5] =
    [(Fault::None, PAY), (Fault::Before, PAY), (Fault::After, PAY), (Fault::Before, CANCEL), (Fault::After, CANCEL)];

const BUYERS: [Buyer; 4] = [Buyer::Pays, Buyer::PaysAfter(seconds(20)), Buyer::NeverPays, Buyer::WrongPassword];

#[tokio::test(start_paused = true)]
async fn a_payment_may_be_dropped_after_any_step() {
    for buyer in BUYERS {
        for (fault, method) in FAULTS {
            for steps in 0.. {
                let counter = Counter::open(buyer).await;
                fault.befall(&counter, method);
                let (going, stored) = go(&counter, steps).await;
                drop(going);
                decide(&counter, stored).await;
                if stored.has_ended {
                    break;
                }
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_payment_may_be_dropped_inside_of_any_step() {
    for buyer in BUYERS {
        for (fault, method) in FAULTS {
            for steps in 0.. {
                let counter = Counter::open(buyer).await;
                fault.befall(&counter, method);
                let (mut going, stored) = go(&counter, steps).await;
                // The request is on its way, or the pause before it has begun. Nobody waits for the answer.
                let mut step = Box::pin(going.next());
                std::future::poll_fn(|context| Poll::Ready(step.as_mut().poll(context).is_ready())).await;
                drop(step);
                drop(going);
                decide(&counter, stored).await;
                if stored.has_ended {
                    break;
                }
            }
        }
    }
}

/// What a program has on disk when it starts again.
#[derive(Clone, Copy, Default)]
struct Stored {
    has_cancelled: bool,
    has_ended: bool,
}

/// Takes so many steps, or fewer if it ends before.
async fn go(counter: &Counter, steps: usize) -> (Steps<PaymentStep>, Stored) {
    let (mut going, mut stored) = (payment(counter).pauses(seconds(15), seconds(15)).steps(), Stored::default());
    for _ in 0..steps {
        match going.next().await {
            Some(PaymentStep::Cancelling) => stored.has_cancelled = true,
            Some(PaymentStep::Ended(_)) | None => stored.has_ended = true,
            Some(_) => {}
        }
    }
    (going, stored)
}

/// Decides as a program does that has started again.
async fn decide(counter: &Counter, stored: Stored) {
    let again = resume(&counter.client, ORDER, PRICE).pauses(seconds(15), seconds(15));
    let end = if stored.has_cancelled { again.after_cancelling() } else { again }.await;
    match (ended(&end), fate(counter).await) {
        ("paid", Fate::Paid) | ("cancelled" | "refunded" | "found closed" | "never arrived", Fate::NotPaid) => {}
        (word, fate) => panic!("{word}, and the gateway says {fate:?}: {:?}", counter.calls()),
    }
    assert!(counter.count("pay") <= 1);
}
