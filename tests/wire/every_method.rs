//! Every declared method is called over a socket, with a request that its rules allow, and gives a typed
//! answer. The gateway knows no more of it than its declaration.

mod valid_request;

use std::future::Future;
use std::pin::Pin;

use alipay_apis::{ApiRequest, AppRequest, Callable, PageRequest};
use alipay_apis::{data, fund, koubei, marketing, offline, open, trade, user};
use alipay_core::{Api, Client, json};
use alipay_sandbox::{Gateway, demo};

use self::valid_request::valid_request;
use crate::methods::every_method;

/// One method, and how it is called.
struct Method {
    api: &'static Api,
    call: for<'a> fn(World<'a>) -> Called<'a>,
}

type Called<'a> = Pin<Box<dyn Future<Output = Result<(), String>> + 'a>>;

#[derive(Clone, Copy)]
struct World<'a> {
    gateway: &'a Gateway,
    client: &'a Client,
}

macro_rules! methods {
    ($($way:ident $family:ident::$request:ident $(= $made:expr)?;)*) => {
        vec![$(Method {
            api: $family::$request::api(),
            call: |world| Box::pin(async move {
                let request = methods!(@made $family::$request $(= $made)?)?;
                $way::<$family::$request>(world, request).await
            }),
        }),*]
    };
    (@made $family:ident::$request:ident) => { valid_request::<$family::$request>() };
    (@made $family:ident::$request:ident = $made:expr) => { Ok::<_, String>($made) };
}

fn methods() -> Vec<Method> {
    every_method!(methods)
}

#[test]
fn no_method_is_left_out() {
    let names = |apis: Vec<&'static Api>| {
        let mut names: Vec<_> = apis.iter().map(|api| api.method).collect();
        names.sort_unstable();
        names
    };
    assert_eq!(names(methods().iter().map(|method| method.api).collect()), names(alipay_apis::catalogue()));
}

#[tokio::test]
async fn every_method_is_called_and_answers_as_declared() {
    let gateway = Gateway::builder().demo_applications().methods(alipay_apis::catalogue()).start().await.unwrap();
    let client = gateway.demo_client().content_key(demo::CONTENT_KEY).build().unwrap();
    let mut failures = Vec::new();
    for method in methods() {
        if let Err(failure) = (method.call)(World { gateway: &gateway, client: &client }).await {
            failures.push(format!("{}: {failure}", method.api.method));
        }
    }
    assert_eq!(failures, Vec::<String>::new());
}

async fn call<R: Callable>(world: World<'_>, request: R) -> Result<(), String> {
    world.client.call(&request).await.map(drop).map_err(|error| error.to_string())
}

async fn app<R: AppRequest>(world: World<'_>, request: R) -> Result<(), String> {
    let order_string = world.client.order_string(&request).await.map_err(|error| error.to_string())?;
    let told = world.gateway.pay_in_app(&order_string).await;
    world.client.app_result::<R>(&told.result).await.map(drop).map_err(|error| error.to_string())
}

/// What a page answers is for a browser; what the merchant reads in the end is read here.
async fn page<R: PageRequest>(world: World<'_>, request: R) -> Result<(), String> {
    world.client.page(&request).url().await.map_err(|error| error.to_string())?;
    let answer = alipay_sandbox::plausible((R::api().response)()).to_string();
    json::from_str::<R::Response>(&answer).map(drop).map_err(|error| error.to_string())
}
