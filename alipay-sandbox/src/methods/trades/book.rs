//! The trades of a gateway: kept, found, moved on as time passes, and whoever watches is told.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use tokio::sync::Notify;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::Fields;
use super::order::Order;
use super::trade::{News, State, Trade};
use crate::account::Account;
use crate::by_prefix::ByPrefix;
use crate::clock::{self, Clock};
use crate::{Buyer, Call, Reply};

/// Clones are the same trades.
#[derive(Clone)]
pub(crate) struct Trades(Arc<Shared>);

struct Shared {
    book: Mutex<Book>,
    clock: Clock,
    account: Account,
    /// Something may happen earlier than it was known before.
    planned: Notify,
}

/// Something that happened to a trade, and the trade as it was right after.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    pub(crate) news: News,
    pub(crate) trade: Trade,
}

#[derive(Default)]
struct Book {
    trades: Vec<Trade>,
    by_out_trade_no: HashMap<(String, String), usize>,
    by_trade_no: HashMap<String, usize>,
    /// When to look at which trade again. Looking too often does no harm.
    due: BTreeSet<(SystemTime, usize)>,
    buyers: ByPrefix<Buyer>,
    watchers: Vec<UnboundedSender<Change>>,
}

impl Trades {
    pub(crate) fn new(clock: Clock, account: Account, buyers: ByPrefix<Buyer>) -> Self {
        let book = Mutex::new(Book { buyers, ..Book::default() });
        Self(Arc::new(Shared { book, clock, account, planned: Notify::new() }))
    }

    /// Everything that happens to trades from now on, in the order in which it happens.
    pub(crate) fn watch(&self) -> UnboundedReceiver<Change> {
        let (sender, receiver) = unbounded_channel();
        self.lock().watchers.push(sender);
        receiver
    }

    /// The buyers of orders whose `out_trade_no` begins so do this, also of orders that already wait.
    pub(crate) fn script(&self, beginning: &str, buyer: Buyer) {
        let now = self.0.clock.now();
        let mut book = self.lock();
        book.catch_up(now, &self.0.account);
        book.buyers.set(beginning, buyer);
        for index in 0..book.trades.len() {
            let Some(number) = book.trades.get(index).map(|trade| trade.order.out_trade_no.clone()) else { continue };
            if number.starts_with(beginning) && book.buyers.of(&number) == Some(buyer) {
                book.change(index, &self.0.account, |trade| trade.meet(buyer, now));
            }
        }
        self.0.planned.notify_one();
    }

    /// Lets happen what has become due, and says when to look again.
    fn catch_up(&self) -> Option<SystemTime> {
        let mut book = self.lock();
        book.catch_up(self.0.clock.now(), &self.0.account);
        book.due.first().map(|(when, _)| *when)
    }

    /// Lets happen what has become due since the clock was moved.
    pub(crate) fn clock_moved(&self) {
        self.catch_up();
        self.0.planned.notify_one();
    }

    /// Lets happen what becomes due, for as long as it is polled.
    pub(crate) async fn keep_time(self) {
        loop {
            let next = self.catch_up();
            let planned = self.0.planned.notified();
            let Some(next) = next else {
                planned.await;
                continue;
            };
            let wait = next.duration_since(self.0.clock.now()).unwrap_or_default();
            let _ = tokio::time::timeout(wait, planned).await;
        }
    }

    /// Opens a trade or finds the one that the order has already; `comes` says what the buyer does that
    /// comes with this call, given what was scripted, or why the call fails.
    pub(super) fn open<T>(
        &self,
        call: &Call,
        comes: impl FnOnce(Option<Buyer>) -> Result<Buyer, Reply>,
        answer: impl FnOnce(&Trade) -> T,
    ) -> Result<T, Reply> {
        let now = self.0.clock.now();
        let order = Order::read(call, now)?;
        let mut book = self.lock();
        book.catch_up(now, &self.0.account);
        let key = (call.app_id().to_owned(), order.out_trade_no.clone());
        let known = book.by_out_trade_no.get(&key).copied();
        if let Some(trade) = known.and_then(|index| book.trades.get(index)) {
            if !trade.order.is_same(&order) {
                return Err(Reply::business_error("ACQ.CONTEXT_INCONSISTENT", "out_trade_no is that of another order"));
            }
            match trade.state() {
                State::Waiting(_) => {}
                State::Paid | State::Finished => {
                    return Err(Reply::business_error("ACQ.TRADE_HAS_SUCCESS", "the trade has been paid"));
                }
                State::Closed => return Err(Reply::business_error("ACQ.TRADE_HAS_CLOSE", "the trade is closed")),
            }
        }
        let buyer = comes(book.buyers.of(&order.out_trade_no))?;
        let index = known.unwrap_or_else(|| book.add(key, order, now));
        let answer = book.change(index, &self.0.account, |trade| {
            trade.come(buyer, now);
            answer(trade)
        });
        self.0.planned.notify_one();
        answer.ok_or_else(not_exist)
    }

    /// Works on the trade that the call names, by the platform's number or else by the merchant's.
    pub(super) fn with(
        &self,
        call: &Call,
        work: impl FnOnce(&mut Trade, &Context<'_>) -> Result<Reply, Reply>,
    ) -> Result<Reply, Reply> {
        self.with_known(call, work)?.ok_or_else(not_exist)
    }

    /// The same; nothing if there is no such trade.
    pub(super) fn with_known(
        &self,
        call: &Call,
        work: impl FnOnce(&mut Trade, &Context<'_>) -> Result<Reply, Reply>,
    ) -> Result<Option<Reply>, Reply> {
        let json = call.biz_content();
        let fields = Fields { json: &json, refusal: "ACQ.INVALID_PARAMETER" };
        let trade_no = fields.given("trade_no", 64)?;
        let out_trade_no = fields.given("out_trade_no", 64)?;
        let now = self.0.clock.now();
        let mut book = self.lock();
        book.catch_up(now, &self.0.account);
        let index = match (trade_no, out_trade_no) {
            (Some(number), _) => book.by_trade_no.get(number),
            (None, Some(number)) => book.by_out_trade_no.get(&(call.app_id().to_owned(), number.to_owned())),
            (None, None) => return Err(fields.wrong("out_trade_no", "is missing, and so is trade_no")),
        };
        let is_own = |index: &usize| book.trades.get(*index).is_some_and(|trade| trade.app_id == call.app_id());
        let Some(index) = index.copied().filter(is_own) else { return Ok(None) };
        let context = Context { fields, now, account: &self.0.account };
        let answer = book.change(index, &self.0.account, |trade| work(trade, &context));
        self.0.planned.notify_one();
        answer.transpose()
    }

    fn lock(&self) -> MutexGuard<'_, Book> {
        self.0.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What there is beside a trade where a call works on one.
pub(super) struct Context<'a> {
    pub(super) fields: Fields<'a>,
    pub(super) now: SystemTime,
    pub(super) account: &'a Account,
}

fn not_exist() -> Reply {
    Reply::business_error("ACQ.TRADE_NOT_EXIST", "no trade has this number")
}

impl Book {
    fn add(&mut self, key: (String, String), order: Order, now: SystemTime) -> usize {
        let index = self.trades.len();
        // Shaped like those of the platform: the day, then twenty digits.
        let trade_no = format!("{}22001{:015}", clock::beijing(now).strftime("%Y%m%d"), index + 1);
        self.by_trade_no.insert(trade_no.clone(), index);
        self.trades.push(Trade::new(&key.0, trade_no, order, now));
        self.by_out_trade_no.insert(key, index);
        index
    }

    /// Changes a trade, moves the money of what happened and tells of it.
    fn change<T>(&mut self, index: usize, account: &Account, work: impl FnOnce(&mut Trade) -> T) -> Option<T> {
        let trade = self.trades.get_mut(index)?;
        let answer = work(trade);
        for news in trade.take_news() {
            if news == News::Paid {
                account.put(trade.order.total_amount);
            }
            let change = Change { news, trade: trade.clone() };
            self.watchers.retain(|watcher| watcher.send(change.clone()).is_ok());
        }
        if let Some(next) = trade.next() {
            self.due.insert((next, index));
        }
        Some(answer)
    }

    fn catch_up(&mut self, now: SystemTime, account: &Account) {
        while let Some((when, index)) = self.due.first().copied().filter(|(when, _)| *when <= now) {
            self.due.remove(&(when, index));
            self.change(index, account, |trade| trade.catch_up(now));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use http::{HeaderMap, Method, Version};
    use serde_json::{Value, json};

    use super::super::{ending, pay, refund};
    use super::*;

    fn trades() -> (Trades, Clock) {
        let clock = Clock::new(Arc::new(|| SystemTime::UNIX_EPOCH));
        (Trades::new(clock.clone(), Account::new(None), ByPrefix::default()), clock)
    }

    fn call(content: &Value) -> Call {
        let parameters =
            [("app_id", "1"), ("notify_url", "https://shop.example/"), ("biz_content", &content.to_string())];
        Call {
            parameters: parameters.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
            content: None,
            files: Vec::new(),
            http_method: Method::POST,
            http_version: Version::HTTP_2,
            headers: HeaderMap::new(),
        }
    }

    fn order(number: &str) -> Call {
        call(&json!({ "out_trade_no": number, "subject": "x", "total_amount": "0.30", "auth_code": "28" }))
    }

    fn told(changes: &mut UnboundedReceiver<Change>) -> Vec<String> {
        let changes = std::iter::from_fn(|| changes.try_recv().ok());
        let line = |Change { news, trade }: Change| {
            let news = match news {
                News::Refunded(refund) => format!("refunded {} as {}", refund.amount, refund.out_request_no),
                other => format!("{other:?}").to_lowercase(),
            };
            format!("{} {news}, {}, {} given back", trade.order.out_trade_no, trade.status(), trade.refunded())
        };
        changes.map(line).collect()
    }

    #[test]
    fn who_watches_is_told_in_order_with_the_trade_as_it_was() {
        let (trades, clock) = trades();
        let (mut changes, dropped) = (trades.watch(), trades.watch());
        drop(dropped);
        assert!(pay::answer(&trades, &order("a")).is_ok());
        for (amount, number) in [("0.10", "1"), ("0.10", "1"), ("0.20", "2")] {
            let content = json!({ "out_trade_no": "a", "refund_amount": amount, "out_request_no": number });
            assert!(refund::refund(&trades, &call(&content)).is_ok());
        }
        trades.script("", Buyer::PaysAfter(Duration::from_secs(9)));
        assert!(pay::answer(&trades, &order("b")).is_ok());
        clock.advance(Duration::from_secs(9));
        trades.clock_moved();
        trades.script("", Buyer::WrongPassword);
        assert!(pay::answer(&trades, &order("c")).is_ok());
        assert!(ending::cancel(&trades, &call(&json!({ "out_trade_no": "c" }))).is_ok());
        assert!(ending::cancel(&trades, &call(&json!({ "out_trade_no": "b" }))).is_ok());
        assert_eq!(
            told(&mut changes),
            [
                "a paid, TRADE_SUCCESS, 0.00 given back",
                "a refunded 0.10 as 1, TRADE_SUCCESS, 0.10 given back",
                "a refunded 0.20 as 2, TRADE_CLOSED, 0.30 given back",
                "a closed, TRADE_CLOSED, 0.30 given back",
                "b paid, TRADE_SUCCESS, 0.00 given back",
                "c closed, TRADE_CLOSED, 0.00 given back",
                "b refunded 0.30 as b, TRADE_CLOSED, 0.30 given back",
                "b closed, TRADE_CLOSED, 0.30 given back",
            ]
        );
    }

    #[tokio::test]
    async fn what_time_brings_happens_although_nobody_asks() {
        let (trades, _) = trades();
        let mut changes = trades.watch();
        let keeping_time = tokio::spawn(trades.clone().keep_time());
        tokio::task::yield_now().await;
        trades.script("", Buyer::PaysAfter(Duration::ZERO));
        assert!(pay::answer(&trades, &order("a")).is_ok());
        let Change { news, trade } = changes.recv().await.unwrap();
        assert_eq!((news, trade.created), (News::Paid, SystemTime::UNIX_EPOCH));
        assert_eq!(trade.order.notify_url.as_deref(), Some("https://shop.example/"));
        assert_eq!(trade.order.seller_id, None);
        keeping_time.abort();
    }

    #[tokio::test]
    async fn who_keeps_time_learns_that_the_clock_was_moved() {
        let clock = Clock::new(Arc::new(SystemTime::now));
        let trades = Trades::new(clock.clone(), Account::new(None), ByPrefix::default());
        let mut changes = trades.watch();
        let keeping_time = tokio::spawn(trades.clone().keep_time());
        trades.script("", Buyer::PaysAfter(Duration::from_secs(3600)));
        assert!(pay::answer(&trades, &order("a")).is_ok());
        tokio::task::yield_now().await;
        clock.advance(Duration::from_millis(3_599_990));
        trades.clock_moved();
        let paid = tokio::time::timeout(Duration::from_secs(60), changes.recv()).await.unwrap();
        assert_eq!(paid.unwrap().news, News::Paid);
        keeping_time.abort();
    }
}
