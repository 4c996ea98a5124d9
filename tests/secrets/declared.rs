//! Every declared method with secrets in every text of its request and of its answer, and every notification and
//! message.

use std::fmt::Debug;

use alipay_apis::schema::{EnumSchema, Schema, Shape};
use alipay_apis::validate::{review, validate};
use alipay_apis::{AppRequest, Callable, ErrorCode, PageRequest, Route};
use alipay_apis::{data, fund, koubei, marketing, offline, open, trade, user};
use alipay_core::record::Declared;
use alipay_core::{ApiRequest, Client, json};
use alipay_sandbox::{Gateway, Notice, Reply, demo};
use serde_json::{Value, json};

use crate::calls::show_error;
use crate::methods::every_method;
use crate::show::{causes, show};

/// Deeper than any object that contains itself is worth looking at.
const DEPTH: usize = 8;

macro_rules! run_methods {
    ($($way:ident $family:ident::$request:ident $(= $made:expr)?;)*) => {
        pub(crate) async fn methods() {
            println!("== every method");
            let gateway = Gateway::builder().demo_applications().start().await.unwrap();
            let client = gateway.demo_client().content_key(demo::CONTENT_KEY).build().unwrap();
            $(
                let request = run_methods!(@made $family::$request $(= $made)?);
                gateway.on($family::$request::METHOD, |_| answer(($family::$request::api().response)()));
                show!(request);
                $way(&client, &gateway, &request).await;
                failures(&client, &gateway, &request).await;
                // Here the type is known, so that its `Display` is found.
                for entry in $family::$request::api().errors.entries {
                    show!(<$family::$request as ApiRequest>::ErrorCode::from_code(entry.code));
                }
            )*
        }
    };
    (@made $family:ident::$request:ident) => { read::<$family::$request>("word") };
    (@made $family:ident::$request:ident = $made:expr) => { $made };
}

every_method!(run_methods);

fn answer(schema: &'static Schema) -> Reply {
    Reply::success(object(schema, "word", 0))
}

async fn call<R: Callable + Debug>(client: &Client, _: &Gateway, request: &R)
where
    R::Response: Debug,
{
    let call = client.call(request).unchecked();
    show!(call);
    match call.await {
        Ok(answer) => show!(answer),
        Err(error) => show_error(&error),
    }
}

async fn app<R: AppRequest>(client: &Client, gateway: &Gateway, request: &R)
where
    R::Response: Debug,
{
    let order_string = client.order_string(request).unchecked();
    show!(order_string);
    let order_string = order_string.await.unwrap();
    let told = gateway.pay_in_app(&order_string).await;
    match client.app_result::<R>(&told.result).await {
        Ok(answer) => show!(answer),
        Err(error) => show_error(&error),
    }
}

async fn page<R: PageRequest>(client: &Client, _: &Gateway, request: &R)
where
    R::Response: Debug,
{
    let page = client.page(request).unchecked();
    show!(page);
    crate::show::debug(&page.form().await.unwrap());
    client.page(request).unchecked().url().await.unwrap();
    show!(read::<R::Response>("word"));
}

/// The request breaks its rules, and the answer does not fit.
async fn failures<R: ApiRequest>(client: &Client, gateway: &Gateway, request: &R) {
    for finding in review(request) {
        show!(finding);
    }
    // One with files is not to be had from JSON.
    let unlisted = json::from_str::<R>(&object(R::declaration(), "hidden-word", 0).to_string());
    unlisted.iter().filter_map(|request| validate(request).err()).for_each(|violations| show!(violations));
    show!(*R::ErrorCode::TABLE);
    if R::api().route == Route::Call {
        gateway.once(R::METHOD, Reply::business_error("A.CODE", "hidden"));
        show_error(&client.call_json(R::METHOD, json!({ "a": "hidden" })).await.unwrap_err());
    }
    for text in [r#""hidden""#, r#"["hidden"]"#, r#"{"hidden":"hidden"}"#] {
        let schema = (R::api().response)();
        let fields = schema.fields.iter().map(|field| format!(r#""{}":{text}"#, field.wire));
        let object = format!("{{{}}}", fields.collect::<Vec<_>>().join(","));
        json::from_str::<R::Response>(&object).err().iter().for_each(|error| causes(error));
    }
}

/// A value of this type that is full of secrets; a wire enum has a listed word, or this one.
fn read<T: Declared>(word: &str) -> T {
    let schema = T::declaration();
    let content = object(schema, word, 0).to_string();
    json::from_str(&content).unwrap_or_else(|error| panic!("{}: {error}", schema.name))
}

fn object(schema: &'static Schema, word: &str, depth: usize) -> Value {
    let fields = schema.fields.iter().filter_map(|field| {
        let value = value(field.shape, field.wire, word, depth)?;
        Some((field.wire.to_owned(), value))
    });
    fields.collect()
}

fn value(shape: Shape, name: &str, word: &str, depth: usize) -> Option<Value> {
    Some(match shape {
        Shape::Text => format!("hidden-{name}-隐藏").into(),
        Shape::Integer => 7.into(),
        Shape::Amount => "73.91".into(),
        Shape::DateTime => "2026-11-27 10:00:00".into(),
        Shape::Bool => true.into(),
        Shape::Enum(EnumSchema { values, .. }) => {
            if word == "word" {
                (*values.first()?).into()
            } else {
                word.into()
            }
        }
        Shape::Record(_) if depth >= DEPTH => return None,
        Shape::Record(schema) => object(schema(), word, depth + 1),
        Shape::List(item) => Value::Array(vec![value(*item, name, word, depth + 1)?]),
        Shape::File => return None,
    })
}

macro_rules! run_notifications {
    ($($notification:ty),* $(,)?) => {
        /// As they come: signed forms, in which an object is JSON within a text.
        pub(crate) async fn notifications() {
            println!("== every notification");
            let gateway = Gateway::start_demo().await.unwrap();
            let client = gateway.demo_client().build().unwrap();
            $(
                let form = gateway.form(&notice(<$notification>::declaration()));
                match client.receive::<$notification>(form.as_bytes(), None).await {
                    Ok(verified) => show!(verified, *verified.notification(), *verified.unchecked()),
                    Err(error) => panic!("{}: {error} {:?}", stringify!($notification), error.unreadable()),
                }
            )*
        }
    };
}

run_notifications! {
    fund::notifications::AuthorizationNotification,
    trade::notifications::TradeNotification,
    trade::notifications::TradeReturn,
    user::notifications::AgreementNotification,
}

fn notice(schema: &'static Schema) -> Notice {
    let Value::Object(fields) = object(schema, "word", 0) else { unreachable!() };
    let text = |value: Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let fields = fields.into_iter().filter(|(name, _)| !OF_THE_NOTICE.contains(&name.as_str()));
    Notice::notification(fields.map(|(name, value)| (name, text(value))))
}

/// What the gateway writes by itself.
const OF_THE_NOTICE: &[&str] = &["app_id", "charset", "sign_type", "version"];

/// Contents of a message that no handler has a declaration for.
pub(crate) fn contents() -> Value {
    json!({ "id": "hidden", "user_id": "hidden 隐藏", "memo": ["hidden"] })
}
