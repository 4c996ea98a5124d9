//! The transfers of a gateway: kept, found, moved on as time passes.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use super::order::{Order, Plan, State, balance_too_low};
use crate::account::Account;
use crate::by_prefix::ByPrefix;
use crate::clock::Clock;
use crate::money::Fen;
use crate::{Reply, Transfer};

/// Clones are the same transfers.
#[derive(Clone)]
pub(crate) struct Transfers {
    book: Arc<Mutex<Book>>,
    clock: Clock,
    account: Account,
}

struct Book {
    /// With their applications.
    orders: Vec<(String, Order)>,
    script: ByPrefix<Transfer>,
}

impl Transfers {
    pub(crate) fn new(clock: Clock, account: Account, script: ByPrefix<Transfer>) -> Self {
        Self { book: Arc::new(Mutex::new(Book { orders: Vec::new(), script })), clock, account }
    }

    /// This becomes of transfers that are made from now on and whose `out_biz_no` begins so.
    pub(crate) fn script(&self, beginning: &str, transfer: Transfer) {
        self.with(|book, _| book.script.set(beginning, transfer));
    }

    /// Lets happen what has become due.
    pub(crate) fn catch_up(&self) {
        self.with(|_, _| ());
    }

    /// What the account holds now.
    pub(crate) fn balance(&self) -> Option<Fen> {
        self.with(|_, _| self.account.balance())
    }

    /// Makes a transfer, or finds the one that was made under this number.
    pub(super) fn make(&self, app_id: &str, mut order: Order) -> Result<Order, Reply> {
        self.with(|book, now| {
            let is_known = |(app, known): &&(String, Order)| app == app_id && known.out_biz_no == order.out_biz_no;
            if let Some((_, known)) = book.orders.iter().find(is_known) {
                let reason = "out_biz_no is that of another transfer";
                let inconsistent = || Reply::business_error("PAYMENT_INFO_INCONSISTENCY", reason);
                return known.is_same(&order).then(|| known.clone()).ok_or_else(inconsistent);
            }
            order.state = State::of(book.script.of(&order.out_biz_no).unwrap_or(Transfer::Succeeds), now)?;
            order.place = (book.orders.len(), now);
            if !self.account.take(order.amount) {
                return Err(balance_too_low());
            }
            book.orders.push((app_id.to_owned(), order.clone()));
            Ok(order)
        })
    }

    pub(super) fn find(&self, app_id: &str, is_meant: impl Fn(&Order) -> bool) -> Option<Order> {
        let is_found = |(app, order): &&(String, Order)| app == app_id && is_meant(order);
        self.with(|book, _| book.orders.iter().find(is_found).map(|(_, order)| order.clone()))
    }

    fn with<T>(&self, work: impl FnOnce(&mut Book, SystemTime) -> T) -> T {
        let now = self.clock.now();
        let mut book = self.book.lock().unwrap_or_else(PoisonError::into_inner);
        for (_, order) in &mut book.orders {
            match order.state {
                State::Dealing(Some(Plan::Succeed(at))) if at <= now => order.state = State::Done(at),
                State::Dealing(Some(Plan::Fail(at))) if at <= now => {
                    order.state = State::Failed;
                    self.account.put(order.amount);
                }
                State::Dealing(_) | State::Done(_) | State::Failed => {}
            }
        }
        work(&mut book, now)
    }
}
