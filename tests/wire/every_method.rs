//! Every declared method is called over a socket, with a request that its rules allow, and gives a typed
//! answer. The gateway knows no more of it than its declaration.

mod valid_request;

use std::future::Future;
use std::pin::Pin;

use alipay_apis::{ApiRequest, AppRequest, Callable, PageRequest, Upload};
use alipay_apis::{data, fund, koubei, marketing, offline, open, trade, user};
use alipay_core::certificate::CertificateBundle;
use alipay_core::{Api, Client, json};
use alipay_sandbox::{Gateway, demo};

use self::valid_request::valid_request;

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

/// A line each: the request's type, and the request itself where it holds more than JSON can say.
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

/// Add a line for a method that is new.
fn methods() -> Vec<Method> {
    methods! {
        call data::DataserviceBillDownloadurlQuery;
        call fund::AccountQuery;
        call fund::AuthOperationDetailQuery;
        app fund::AuthOrderAppFreeze;
        call fund::AuthOrderUnfreeze;
        call fund::TransCommonQuery;
        call fund::TransUniTransfer;
        call koubei::MarketingCampaignActivityOffline;
        call koubei::MarketingToolPointsUpdate;
        call marketing::ActivityOrdervoucherAppend;
        call marketing::ActivityOrdervoucherAssociate;
        call marketing::ActivityOrdervoucherBatchsend;
        call marketing::ActivityOrdervoucherCodecount;
        call marketing::ActivityOrdervoucherCodedeposit;
        call marketing::ActivityOrdervoucherCreate;
        call marketing::ActivityOrdervoucherDisassociate;
        call marketing::ActivityOrdervoucherInvalid;
        call marketing::ActivityOrdervoucherModify;
        call marketing::ActivityOrdervoucherQuery;
        call marketing::ActivityOrdervoucherReceive;
        call marketing::ActivityOrdervoucherRefund;
        call marketing::ActivityOrdervoucherSend;
        call marketing::ActivityOrdervoucherSettle;
        call marketing::ActivityOrdervoucherStop;
        call marketing::ActivityOrdervoucherUse;
        call marketing::CampaignCashDetailQuery;
        call marketing::MaterialImageUpload = marketing::MaterialImageUpload::new(image(), "PROMO_BRAND_LOGO");
        call offline::MaterialImageUpload = offline::MaterialImageUpload::new("png", "The shop", image());
        call open::AppAlipaycertDownload = open::AppAlipaycertDownload::new(certificate_number());
        call open::AppQrcodeCreate;
        call open::AuthAppAesGet;
        call open::AuthTokenApp;
        call open::AuthTokenAppQuery;
        call open::FileUpload = open::FileUpload::new(image());
        app trade::AppPay;
        call trade::Cancel;
        call trade::Close;
        call trade::Create;
        call trade::FastpayRefundQuery;
        call trade::OrderSettle;
        call trade::OrderinfoSync;
        page trade::PagePay;
        call trade::Pay;
        call trade::Precreate;
        call trade::Query;
        call trade::Refund;
        page trade::WapPay;
        page user::CertifyOpenCertify;
        call user::CertifyOpenInitialize;
        call user::CertifyOpenQuery;
        call user::InfoShare;
        call user::SystemOauthToken;
    }
}

fn image() -> Upload {
    Upload::from_bytes("image.png", b"\x89PNG\r\n".to_vec())
}

/// The one method whose answer the gateway itself gives.
fn certificate_number() -> String {
    CertificateBundle::parse(demo::ALIPAY_CERTIFICATE).unwrap().first().sn().to_owned()
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
