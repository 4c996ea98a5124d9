//! Answers to methods of which no more is known than their declaration.

use std::time::SystemTime;

use alipay_core::{Api, Route};
use http::StatusCode;
use serde_json::Value;

use self::plausible::Plausible;
use crate::{Call, Reply};

mod plausible;

/// What the declared response looks like, with what the request has of the same names.
pub(crate) fn answer(api: &Api, call: &Call, now: SystemTime) -> Reply {
    let fields = Plausible::new(now).object((api.response)(), &sent(api, call));
    match api.route {
        Route::Page => Reply::raw(StatusCode::OK, "text/html;charset=UTF-8", page(api.method)),
        _ => Reply::success(fields),
    }
}

/// The contents of the call, and what it carries beside them.
fn sent(api: &Api, call: &Call) -> Value {
    let content = call.biz_content();
    let content = content.as_object().cloned().unwrap_or_default();
    let text = |name: &&str| Some(((*name).to_owned(), Value::from(call.parameter(name)?)));
    content.into_iter().chain(api.parameters.iter().filter_map(text)).collect()
}

/// The name of a method is letters and dots.
fn page(method: &str) -> String {
    format!("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<meta charset=\"utf-8\">\n<title>{method}</title>\n</html>\n")
}

/// A plausible object of this declaration, as JSON: every field within its length and its range, words
/// from their list, texts that go by the field's name.
///
/// Fields that tell of a failure are left out unless they are required, and so are files. Rules over
/// several fields are not looked at, so a request may need a field less or another one to be valid.
///
/// ```
/// use alipay_core::record::Declared;
/// use alipay_core::{Amount, Record};
///
/// #[derive(Record)]
/// struct Order {
///     trade_no: String,
///     total_amount: Amount,
/// }
///
/// let order = alipay_sandbox::plausible(Order::declaration());
/// assert_eq!(order["total_amount"], "0.01");
/// ```
pub fn plausible(schema: &'static alipay_core::schema::Schema) -> Value {
    Plausible::new(SystemTime::now()).object(schema, &Value::Null)
}
