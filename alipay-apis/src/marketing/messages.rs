//! Messages about campaigns and vouchers, `alipay.marketing.activity.message.*`: for
//! [`Messages::on`](alipay_core::Messages::on).
//!
//! Of all of them is known that they have an `id`, an `activity_id` and an `event_time`, and of some a
//! little more. Only one, `…expired`, was declared from its whole page; in the others every field but the
//! first two may be absent, and fields may be missing here. What came is in
//! [`Message::body`](alipay_core::Message::body), to the last field.
//!
//! ```
//! use alipay_apis::Messages;
//! use alipay_apis::marketing::messages::{ActivityMessageCreated, ActivityMessageExpired};
//!
//! let messages = Messages::new()
//!     .on::<ActivityMessageCreated, _>(|message| async move {
//!         println!("campaign {} exists", message.activity_id); // store it, once for each message.id
//!         Ok(())
//!     })
//!     .on::<ActivityMessageExpired, _>(|message| async move {
//!         println!("voucher {} has expired", message.voucher_id);
//!         Ok(())
//!     });
//! # let _ = messages;
//! ```

mod campaigns;
mod vouchers;

pub use campaigns::{
    ActivityMessageAppended, ActivityMessageCreated, ActivityMessageFinished, ActivityMessageModified,
    ActivityMessageStopped,
};
pub use vouchers::{ActivityMessageExpired, ActivityMessageReceived, ActivityMessageUsed};
