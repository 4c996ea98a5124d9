//! The shop's database: its orders, and which notifications it has handled. It survives a restart.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use alipay_apis::Amount;
use alipay_apis::notify::{Repeats, RepeatsError, RepeatsFuture, Seen};
use rusqlite::{Connection, OptionalExtension, Result, params};

const TABLES: &str = "
    CREATE TABLE IF NOT EXISTS orders (
        number TEXT PRIMARY KEY, amount TEXT NOT NULL, state TEXT NOT NULL, trade_no TEXT, deliveries INTEGER NOT NULL
    );
    CREATE TABLE IF NOT EXISTS notifications (
        notify_id TEXT PRIMARY KEY, is_handled INTEGER NOT NULL, ends INTEGER NOT NULL
    );";

/// How long the number of a handled notification is kept. Alipay repeats for a day.
const KEPT: Duration = Duration::from_secs(7 * 24 * 60 * 60);
/// By how much the mark of one in hand outlasts its handler.
const MARGIN: Duration = Duration::from_secs(5);

/// One connection that all share: a statement takes less than a millisecond. A busier shop has a pool.
#[derive(Clone)]
pub(crate) struct Store(Arc<Mutex<Connection>>);

/// An order as it is stored.
pub(crate) struct Order {
    pub(crate) number: String,
    pub(crate) amount: Amount,
    pub(crate) state: String,
    pub(crate) trade_no: Option<String>,
    /// How often it was sent to the buyer: once, whatever comes how often.
    #[cfg_attr(not(test), expect(dead_code, reason = "only the test counts"))]
    pub(crate) deliveries: u32,
}

impl Store {
    pub(crate) fn open(file: &Path) -> Result<Self> {
        let connection = Connection::open(file)?;
        connection.busy_timeout(Duration::from_secs(5))?;
        connection.execute_batch(TABLES)?;
        Ok(Self(Arc::new(Mutex::new(connection))))
    }

    pub(crate) async fn add_order(&self, number: &str, amount: Amount) -> Result<()> {
        let values = (number.to_owned(), amount.to_string());
        let insert = "INSERT INTO orders VALUES (?1, ?2, 'open', NULL, 0)";
        self.with(move |connection| connection.execute(insert, values)).await?;
        Ok(())
    }

    pub(crate) async fn forget_order(&self, number: &str) -> Result<()> {
        let number = number.to_owned();
        self.with(move |connection| connection.execute("DELETE FROM orders WHERE number = ?1", [number])).await?;
        Ok(())
    }

    pub(crate) async fn order(&self, number: &str) -> Result<Option<Order>> {
        let number = number.to_owned();
        let select = "SELECT number, amount, state, trade_no, deliveries FROM orders WHERE number = ?1";
        self.with(move |connection| {
            let order = connection.query_row(select, [number], |row| {
                // The amount is stored as its own digits, and never as a binary float.
                let amount = row.get_ref(1)?.as_str()?.parse().map_err(|_| rusqlite::Error::InvalidQuery)?;
                let (number, state) = (row.get(0)?, row.get(2)?);
                Ok(Order { number, amount, state, trade_no: row.get(3)?, deliveries: row.get(4)? })
            });
            order.optional()
        })
        .await
    }

    /// The order is paid and goes out: once, because only an open one changes.
    pub(crate) async fn pay(&self, number: &str, trade_no: &str) -> Result<()> {
        let values = (number.to_owned(), trade_no.to_owned());
        let update = "UPDATE orders SET state = 'paid', trade_no = ?2, deliveries = deliveries + 1
                      WHERE number = ?1 AND state = 'open'";
        self.with(move |connection| connection.execute(update, values)).await?;
        Ok(())
    }

    pub(crate) async fn set_state(&self, number: &str, state: &'static str) -> Result<()> {
        let values = (number.to_owned(), state);
        let update = "UPDATE orders SET state = ?2 WHERE number = ?1";
        self.with(move |connection| connection.execute(update, values)).await?;
        Ok(())
    }

    /// Works with the database on a thread that may wait for the disk.
    async fn with<T: Send + 'static>(&self, work: impl FnOnce(&Connection) -> Result<T> + Send + 'static) -> Result<T> {
        let connection = Arc::clone(&self.0);
        let work = move || work(&connection.lock().unwrap_or_else(PoisonError::into_inner));
        tokio::task::spawn_blocking(work).await.map_err(|_| rusqlite::Error::InvalidQuery)?
    }
}

/// The number is the table's key, so of two that come at the same time one is new: also where two
/// processes share the file.
impl Repeats for Store {
    fn begin<'a>(&'a self, notify_id: &'a str) -> RepeatsFuture<'a, Seen> {
        let (notify_id, now) = (notify_id.to_owned(), now());
        let ends = now + seconds(self.lease() + MARGIN);
        // A mark that has lapsed is taken over: whoever made it has ended in the middle.
        let mark = "INSERT INTO notifications VALUES (?1, 0, ?2)
                    ON CONFLICT (notify_id) DO UPDATE SET is_handled = 0, ends = ?2 WHERE ends <= ?3";
        let ask = "SELECT is_handled FROM notifications WHERE notify_id = ?1";
        Box::pin(async move {
            let seen = self.with(move |connection| {
                if connection.execute(mark, params![notify_id, ends, now])? == 1 {
                    return Ok(Seen::New);
                }
                let is_handled = connection.query_row(ask, [notify_id], |row| row.get(0)).optional()?;
                // Forgotten in this moment: the next repeat is new.
                Ok(if is_handled == Some(true) { Seen::Handled } else { Seen::InHand })
            });
            seen.await.map_err(RepeatsError::new)
        })
    }

    fn commit<'a>(&'a self, notify_id: &'a str) -> RepeatsFuture<'a, ()> {
        let values = (notify_id.to_owned(), now() + seconds(KEPT));
        let mark = "INSERT OR REPLACE INTO notifications VALUES (?1, 1, ?2)";
        Box::pin(async move {
            self.with(move |connection| connection.execute(mark, values)).await.map_err(RepeatsError::new)?;
            Ok(())
        })
    }

    fn forget<'a>(&'a self, notify_id: &'a str) -> RepeatsFuture<'a, ()> {
        let notify_id = notify_id.to_owned();
        let delete = "DELETE FROM notifications WHERE notify_id = ?1 AND is_handled = 0";
        Box::pin(async move {
            self.with(move |connection| connection.execute(delete, [notify_id])).await.map_err(RepeatsError::new)?;
            Ok(())
        })
    }
}

fn now() -> i64 {
    seconds(SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default())
}

fn seconds(duration: Duration) -> i64 {
    duration.as_secs().try_into().unwrap_or(i64::MAX)
}
