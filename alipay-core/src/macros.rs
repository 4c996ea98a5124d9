//! The macros with their reference: the declaration language.

/// Declares the request of a method, on a plain struct with named fields.
///
/// This is the reference. [Declaring a method](crate::guide::declaring_a_method) is a chapter that
/// leads from a page of the platform's documentation to a finished declaration.
///
/// The struct becomes a [`Record`](trait@crate::Record) and an [`ApiRequest`](crate::ApiRequest),
/// and gets
///
/// * `new(…)` with the required fields in order, and a setter for each other field, by its name
///   (`with_new` and the like where a method has the name already),
/// * `METHOD`, `validate()`, `review()` and `call(&client)` (or `page`, or `order_string`),
/// * `Clone`, `PartialEq`, a `Debug` that prints no secret; with the feature `serde` also `Serialize` and
///   `Deserialize`,
/// * `#[non_exhaustive]`, because the platform adds fields, and `#[must_use]`, because a request does nothing by
///   itself.
///
/// ```
/// use alipay_core::{Amount, Record, WireEnum, alipay_api};
///
/// /// Refunds a trade.
/// #[alipay_api(
///     method = "alipay.trade.refund",
///     response = Refunded,
///     idempotent_by(out_request_no),
///     at_least_one(out_trade_no, trade_no),
/// )]
/// pub struct Refund {
///     /// How much to refund, in yuan.
///     #[alipay(range = 0.01.., decimals = 2)]
///     pub refund_amount: Amount,
///     /// The merchant's number of the trade.
///     #[alipay(max_len = 64)]
///     pub out_trade_no: Option<String>,
///     /// The platform's number of the trade.
///     #[alipay(max_len = 64)]
///     pub trade_no: Option<String>,
///     /// The merchant's number of the refund; needed for part of an amount.
///     #[alipay(max_len = 64, required_if(mode == Mode::Part))]
///     pub out_request_no: Option<String>,
///     /// All of the trade or a part of it.
///     pub mode: Option<Mode>,
/// }
///
/// /// How much is refunded.
/// #[derive(WireEnum)]
/// pub enum Mode {
///     /// Everything.
///     Full,
///     /// A part.
///     Part,
///     /// A word that the document does not list.
///     Unknown(String),
/// }
///
/// /// What was refunded.
/// #[derive(Record)]
/// pub struct Refunded {
///     /// The platform's number of the trade.
///     pub trade_no: String,
/// }
///
/// let request = Refund::new(Amount::fen(8880)).trade_no("2026112322001").mode(Mode::Full);
/// assert_eq!(Refund::METHOD, "alipay.trade.refund");
/// assert_eq!(request.trade_no.as_deref(), Some("2026112322001"));
/// ```
///
/// # Struct attributes
///
/// | in `#[alipay_api(…)]` | means |
/// |---|---|
/// | `method = "a.b.c"` | the method's name; required |
/// | `response = Type` | what it answers, a `Record`; required |
/// | `error = Type` | its business error codes, an [`ErrorCode`](derive@crate::ErrorCode); else [`AnyCode`](crate::AnyCode) |
/// | `docs = "https://…"` | where the platform documents it |
/// | `retired = "2022-11-01"` | the day the platform retired it |
/// | `read_only` | the method changes nothing: it may be asked again |
/// | `in_progress` | `code` 10003 is an answer of this method and not an error |
/// | `idempotent_by(field)` | the field that makes a repeated call harmless |
/// | `page` | the user's browser carries the request: `page(&client)` in place of `call(&client)` |
/// | `app` | the app on the user's phone carries the request: `order_string(&client)` in place of `call(&client)` |
/// | `encrypts` | the platform has `biz_content` encrypted by default |
/// | `crate = path` | where the generated code finds `alipay_core`, if it is not a dependency of that name |
///
/// Rules about several fields stand on the struct, each as often as needed:
///
/// | rule | of these, are present |
/// |---|---|
/// | `all_or_none(a, b, …)` | all or none |
/// | `exactly_one(a, b, …)` | one and no more |
/// | `at_least_one(a, b, …)` | one or more |
/// | `at_most_one(a, b, …)` | one or none |
///
/// A member may be a path into an object. Where the object is absent, so is the member, and the rule
/// is asked all the same: write `when(present(object), …)` around it if it should not be.
///
/// # Field attributes
///
/// In `#[alipay(…)]` on a field. Required is what is not an `Option` (and for a list, what has
/// `min_items`). Present is `Some(…)`, and a list with an item.
///
/// | on a field | means | fits |
/// |---|---|---|
/// | `rename = "type"` | the name in the JSON; else the field's, without `r#` | all |
/// | `secret` | never printed | all |
/// | `parameter` | sent beside `biz_content`, as a parameter of the request; what is composed as JSON | all, in a request |
/// | `allow_empty` | the empty text is a value | text |
/// | `min_len = 1`, `max_len = 32` | characters; on a list, of each item | text, wire enum |
/// | `max_bytes = 128` | bytes: of UTF-8, or of a file | text, wire enum, file |
/// | `digits` | digits only | text |
/// | `positive` | digits only, and not zero | text |
/// | `excludes = "://"` | without this part | text |
/// | `min_items = 1`, `max_items = 3` | items | list |
/// | `range = 0.1..=3000`, `1..`, `..=-1` | within, both ends included | amount, integer |
/// | `decimals = 2` | digits after the point | amount |
/// | `requires(path, …)` | if this is present, so are those | all |
/// | `required_if(condition)` | present where the condition holds | optional |
/// | `forbidden_if(condition)` | absent where the condition holds | optional |
/// | `greater_than(operand)`, `at_least(operand)` | ordered, where both are present | amount, integer, time |
/// | `same_as(operand)` | equal, where both are present: for a value that a document asks for twice | text, wire enum, number, time, `bool` |
/// | `value_if(condition, [A, B])` | where the condition holds, one of these values; one alone needs no brackets | wire enum, text, number, `bool` |
/// | `allowed_if(A, condition)` | the value `A` only where the condition holds | the same |
/// | `check = path::to::function` | a `fn(&Struct) -> Result<(), String>` for what this language cannot say | all |
/// | `required` | present; for use within `advise` and `when` | optional |
///
/// # Around a rule
///
/// | on a field or on the struct | means |
/// |---|---|
/// | `advise(rule)` | reported by `review()` and in the trace, and never refused |
/// | `when(condition, rule)` | holds only where the condition does |
///
/// # Conditions
///
/// ```text
/// condition  operand == value    operand != value    operand > number    operand in [value, …]
///            present(operand)    absent(operand)
///            !condition    condition && condition    condition || condition    (condition)
/// operand    path    coalesce(path, …)           the first of these that is present
/// path       field    field.field    root.field  from this struct; `root`: from the request
/// value      "text"    12    -0.5    true    Enum::Variant
/// ```
///
/// `!` binds tighter than `&&`, and `&&` tighter than `||`. A comparison with something absent is
/// false, and a path that goes through an absent object leads to something absent. A path cannot go
/// through a list: put the rule on the struct of its items.
///
/// # Mistakes
///
/// All mistakes of a declaration are reported at once, each at its own word. What the macro cannot
/// know (the type of a field, what a nested path leads to) rustc reports, at the same place:
///
/// ```compile_fail
/// # use alipay_core::{Amount, Record};
/// #[derive(Record)]
/// struct Price {
///     #[alipay(max_len = 16)] // a length rule needs a text field, not `Amount`
///     amount: Amount,
/// }
/// ```
pub use alipay_macros::alipay_api;

/// Declares the contents of a message that Alipay sends, on a plain struct with named fields.
///
/// The struct becomes a [`Record`](trait@crate::Record) and a
/// [`MessageContent`](crate::MessageContent), which [`Messages::on`](crate::Messages::on) takes. It gets
/// `new(…)`, setters, `Clone`, `PartialEq`, a `Debug` that prints no secret, and
/// `#[non_exhaustive]`, as a request does.
///
/// It is read from the message's `biz_content`, as leniently as an answer: what is no `Option` must be
/// there, rules such as `max_len` refuse nothing, and what is not declared is kept beside it, in
/// [`Message::body`](crate::Message::body).
///
/// ```
/// use alipay_core::{MessageContent, alipay_message};
///
/// /// A user has taken the authorisation back.
/// #[alipay_message(method = "alipay.open.auth.userauth.cancelled")]
/// pub struct UserauthCancelled {
///     /// The user.
///     #[alipay(max_len = 64)]
///     pub user_id: Option<String>,
/// }
///
/// assert_eq!(UserauthCancelled::METHOD, "alipay.open.auth.userauth.cancelled");
/// ```
///
/// # Struct attributes
///
/// | in `#[alipay_message(…)]` | means |
/// |---|---|
/// | `method = "a.b.c"` | the message's `msg_method`; required |
/// | `docs = "https://…"` | where the platform documents it |
/// | `crate = path` | where the generated code finds `alipay_core`, if it is not a dependency of that name |
///
/// # Field attributes
///
/// Those of [`alipay_api`](macro@crate::alipay_api#field-attributes).
pub use alipay_macros::alipay_message;

/// Declares an object within a request, or a response.
///
/// The struct gets `new(…)`, setters, `Clone`, `PartialEq` and a `Debug` that prints no secret; with the
/// feature `serde` also `Serialize` and `Deserialize`. Mark it `#[non_exhaustive]` where others build on it.
///
/// ```
/// use alipay_core::{DateTime, Record};
///
/// /// Who may use the voucher, and until when.
/// #[derive(Record)]
/// #[alipay(at_most_one(phone, user_id))]
/// pub struct Holder {
///     /// A phone number.
///     #[alipay(max_len = 11, digits, secret)]
///     pub phone: Option<String>,
///     /// A user.
///     #[alipay(max_len = 32)]
///     pub user_id: Option<String>,
///     /// From when.
///     pub begin: Option<DateTime>,
///     /// Until when.
///     #[alipay(greater_than(begin), requires(begin))]
///     pub end: Option<DateTime>,
/// }
///
/// let holder = Holder::new().user_id("2088123412341234");
/// assert_eq!(holder.user_id.as_deref(), Some("2088123412341234"));
/// ```
///
/// # Struct attributes
///
/// `#[alipay(crate = path)]`, and the rules about several fields as in
/// [`alipay_api`](macro@crate::alipay_api#struct-attributes).
///
/// # Field attributes
///
/// Those of [`alipay_api`](macro@crate::alipay_api#field-attributes).
pub use alipay_macros::Record;

/// Declares a list of words, on an enum whose last variant is `Unknown(String)`.
///
/// The enum gets [`WireEnum`](trait@crate::WireEnum), a `const fn as_str`, `Display`,
/// `From<&str>`, `From<String>`, `Clone`, `PartialEq`, `Eq`, a `Debug` that prints no word which the
/// declaration does not list; with the feature `serde` also `Serialize` and `Deserialize`.
///
/// ```
/// use alipay_core::WireEnum;
///
/// /// What happens to the points.
/// #[derive(WireEnum)]
/// pub enum Change {
///     /// Adds.
///     Deposit,
///     /// Takes away; `USE_UP` on the wire.
///     UseUp,
///     /// As it stands on the wire.
///     #[alipay(rename = "frozen")]
///     Freeze,
///     /// A word that the document does not list.
///     Unknown(String),
/// }
///
/// assert_eq!(Change::UseUp.as_str(), "USE_UP");
/// assert_eq!(Change::from("frozen"), Change::Freeze);
/// assert_eq!(Change::from("NEW"), Change::Unknown("NEW".into()));
/// ```
///
/// # Enum attributes
///
/// | in `#[alipay(…)]` | means |
/// |---|---|
/// | `open` | the document does not claim the list to be complete: an unlisted word may be sent |
/// | `crate = path` | where the generated code finds `alipay_core` |
///
/// # Variant attributes
///
/// | in `#[alipay(…)]` | means |
/// |---|---|
/// | `rename = "word"` | the word on the wire; else the variant in `SCREAMING_SNAKE_CASE` |
pub use alipay_macros::WireEnum;

/// Declares the business error codes of a method, on an enum whose last variant is
/// `Unknown(String)`.
///
/// The enum gets [`ErrorCode`](trait@crate::ErrorCode), `Clone`, `PartialEq`, `Eq`, and a `Display`
/// and a `Debug` that print the code. The first paragraph of a variant's doc comment is the code's
/// meaning.
///
/// ```
/// use alipay_core::{ErrorCode, Retry};
///
/// /// Why a refund failed.
/// #[derive(ErrorCode)]
/// pub enum RefundError {
///     /// The platform is busy.
///     #[alipay(code = "ACQ.SYSTEM_ERROR", remedy = "Send the same request again.", retry = same_request)]
///     SystemError,
///     /// The amount is more than was paid.
///     #[alipay(code = "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", remedy = "Correct the amount.", retry = fix_input)]
///     AmountTooGreat,
///     /// A code that the document does not list.
///     Unknown(String),
/// }
///
/// let error = RefundError::from_code("ACQ.SYSTEM_ERROR");
/// assert_eq!(error, RefundError::SystemError);
/// assert_eq!(error.meaning(), "The platform is busy.");
/// assert_eq!(error.retry(), Some(Retry::SameRequest));
/// ```
///
/// # Enum attributes
///
/// `#[alipay(crate = path)]`: where the generated code finds `alipay_core`.
///
/// # Variant attributes
///
/// | in `#[alipay(…)]` | means |
/// |---|---|
/// | `code = "ACQ.…"` | the `sub_code`; else the variant in `SCREAMING_SNAKE_CASE` |
/// | `remedy = "…"` | what to do about it; required |
/// | `retry = …` | whether the call may be repeated; required: `same_request` at once, `later` after a pause, `after_query` only when a query has shown that it was not carried out, `fix_input` only corrected, `never` until a contract or a setting changed |
pub use alipay_macros::ErrorCode;
