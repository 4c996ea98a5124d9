//! Every combination of lost questions and answers, with every buyer: what the program believes is what the
//! gateway knows.

use alipay_apis::trade::payment::resume;
use alipay_apis::trade::query::TradeStatus;
use alipay_apis::trade::{Query, QueryError};
use alipay_sandbox::{Buyer, Reply};

use crate::counter::{Counter, seconds};
use crate::payments::{CANCEL, ORDER, PAY, PRICE, QUERY, ended, payment};

/// What the gateway knows of the order in the end.
#[derive(Debug, PartialEq)]
pub(crate) enum Fate {
    Paid,
    NotPaid,
    Open,
}

pub(crate) async fn fate(counter: &Counter) -> Fate {
    match Query::new().out_trade_no(ORDER).call(&counter.client).await {
        Ok(trade) => match trade.trade_status {
            TradeStatus::TradeSuccess => Fate::Paid,
            TradeStatus::TradeClosed => Fate::NotPaid,
            _ => Fate::Open,
        },
        Err(error) => {
            assert_eq!(error.error_code(), Some(QueryError::TradeNotExist));
            Fate::NotPaid
        }
    }
}

#[derive(Debug, Clone, Copy)]
pub(crate) enum Fault {
    None,
    /// The request does not arrive.
    Before,
    /// It is carried out, and the answer does not arrive.
    After,
}

const FAULTS: [Fault; 3] = [Fault::None, Fault::Before, Fault::After];

impl Fault {
    pub(crate) fn befall(self, counter: &Counter, method: &str) {
        match self {
            Self::None => _ = counter.gateway.once_carried_out(method, |reply| reply),
            Self::Before => _ = counter.gateway.once(method, Reply::disconnect()),
            Self::After => _ = counter.gateway.once_carried_out(method, |_| Reply::disconnect()),
        }
    }
}

#[tokio::test(start_paused = true)]
async fn whatever_gets_lost_the_end_is_what_the_gateway_knows() {
    let buyers = [
        Buyer::Pays,
        Buyer::PaysAfter(seconds(20)),
        // In the middle of the cancelling.
        Buyer::PaysAfter(seconds(62)),
        Buyer::NeverPays,
        Buyer::WrongPassword,
        Buyer::BalanceTooLow,
    ];
    for buyer in buyers {
        for pay in FAULTS {
            // A question that gets lost is as good as an answer that does.
            for question in [Fault::None, Fault::Before] {
                for [first, second] in FAULTS.map(|first| FAULTS.map(|second| [first, second])).concat() {
                    let counter = Counter::open(buyer).await;
                    pay.befall(&counter, PAY);
                    question.befall(&counter, QUERY);
                    first.befall(&counter, CANCEL);
                    second.befall(&counter, CANCEL);
                    let mut end = payment(&counter).pauses(seconds(15), seconds(15)).await;
                    if ended(&end) == "unknown" {
                        // Too much got lost for the time there was.
                        end = resume(&counter.client, ORDER, PRICE).after_cancelling().await;
                    }
                    let what = format!("{buyer}: pay {pay:?}, query {question:?}, cancel {first:?}, {second:?}");
                    if counter.count("query") == 0 {
                        // What befalls the first question would befall that for the order's fate.
                        let _ = Query::new().out_trade_no(ORDER).call(&counter.client).await;
                    }
                    let expected = match ended(&end) {
                        "paid" => Fate::Paid,
                        "failed" | "cancelled" | "refunded" | "found closed" | "never arrived" => Fate::NotPaid,
                        word => panic!("{what}: {word}"),
                    };
                    assert_eq!(fate(&counter).await, expected, "{what}: {end:?} {:?}", counter.calls());
                    assert_eq!(counter.count("pay"), 1, "{what}");
                }
            }
        }
    }
}
