//! The transfers of a gateway: kept, found, moved on as time passes.

use std::collections::{BTreeSet, HashMap};
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

#[derive(Default)]
struct Book {
    orders: Vec<Order>,
    /// By application and number.
    by_out_biz_no: HashMap<(String, String), usize>,
    by_order_id: HashMap<(String, String), usize>,
    /// When something becomes of which.
    due: BTreeSet<(SystemTime, usize)>,
    script: ByPrefix<Transfer>,
}

impl Transfers {
    pub(crate) fn new(clock: Clock, account: Account, script: ByPrefix<Transfer>) -> Self {
        Self { book: Arc::new(Mutex::new(Book { script, ..Book::default() })), clock, account }
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
            let key = (app_id.to_owned(), order.out_biz_no.clone());
            if let Some(known) = book.found(&book.by_out_biz_no, &key) {
                let reason = "out_biz_no is that of another transfer";
                let inconsistent = || Reply::business_error("PAYMENT_INFO_INCONSISTENCY", reason);
                return known.is_same(&order).then(|| known.clone()).ok_or_else(inconsistent);
            }
            order.state = State::of(book.script.of(&order.out_biz_no).unwrap_or(Transfer::Succeeds), now)?;
            order.place = (book.orders.len(), now);
            if !self.account.take(order.amount) {
                return Err(balance_too_low());
            }
            let index = book.orders.len();
            book.due.extend(order.state.due().map(|when| (when, index)));
            book.by_order_id.insert((app_id.to_owned(), order.order_id()), index);
            book.by_out_biz_no.insert(key, index);
            book.orders.push(order.clone());
            Ok(order)
        })
    }

    pub(super) fn by_order_id(&self, app_id: &str, number: &str) -> Option<Order> {
        self.with(|book, _| book.found(&book.by_order_id, &(app_id.to_owned(), number.to_owned())).cloned())
    }

    pub(super) fn by_out_biz_no(&self, app_id: &str, number: &str) -> Option<Order> {
        self.with(|book, _| book.found(&book.by_out_biz_no, &(app_id.to_owned(), number.to_owned())).cloned())
    }

    fn with<T>(&self, work: impl FnOnce(&mut Book, SystemTime) -> T) -> T {
        let now = self.clock.now();
        let mut book = self.book.lock().unwrap_or_else(PoisonError::into_inner);
        book.catch_up(now, &self.account);
        work(&mut book, now)
    }
}

impl Book {
    fn found(&self, numbers: &HashMap<(String, String), usize>, key: &(String, String)) -> Option<&Order> {
        self.orders.get(*numbers.get(key)?)
    }

    fn catch_up(&mut self, now: SystemTime, account: &Account) {
        while let Some((when, index)) = self.due.first().copied().filter(|(when, _)| *when <= now) {
            self.due.remove(&(when, index));
            let Some(order) = self.orders.get_mut(index) else { continue };
            match order.state {
                State::Dealing(Some(Plan::Succeed(at))) => order.state = State::Done(at),
                State::Dealing(Some(Plan::Fail(_))) => {
                    order.state = State::Failed;
                    account.put(order.amount);
                }
                State::Dealing(None) | State::Done(_) | State::Failed => {}
            }
        }
    }
}
