//! Transfers, balances and deposits over the wire, and a file with an object beside it.

use std::time::Duration;

use alipay_apis::fund::account_query::AccountType;
use alipay_apis::fund::auth_operation_detail_query::{AuthOrderStatus, OperationType};
use alipay_apis::fund::authorization::OperationStatus;
use alipay_apis::fund::trans_common_query::TransferStatus;
use alipay_apis::fund::trans_uni_transfer::{BizScene, IdentityType, Participant, ProductCode};
use alipay_apis::fund::{
    AccountQuery, AuthOperationDetailQuery, AuthOrderAppFreeze, AuthOrderUnfreeze, TransCommonQuery, TransUniTransfer,
    TransUniTransferError,
};
use alipay_apis::open::FileUpload;
use alipay_apis::open::file_upload::FileUploadExtraParam;
use alipay_core::{Amount, Client, ErrorCode, Retry, Upload};
use alipay_sandbox::{Gateway, Reply, Transfer};
use serde_json::json;

async fn start() -> (Gateway, Client) {
    let gateway = Gateway::start_demo().await.unwrap();
    let client = gateway.demo_client().build().unwrap();
    (gateway, client)
}

fn transfer(number: &str, fen: i64) -> TransUniTransfer {
    let payee = Participant::new("hidden@shop.example", IdentityType::AlipayLogonId).name("hidden");
    TransUniTransfer::new(number, Amount::fen(fen), ProductCode::TransAccountNoPwd, payee)
        .biz_scene(BizScene::DirectTransfer)
        .order_title("201905代发")
}

async fn status(client: &Client, number: &str) -> Option<TransferStatus> {
    let query = TransCommonQuery::new().out_biz_no(number);
    let query = query.product_code(ProductCode::TransAccountNoPwd).biz_scene(BizScene::DirectTransfer);
    query.call(client).await.unwrap().status.clone()
}

#[tokio::test]
async fn a_transfer_moves_money_once_and_can_be_asked_for() {
    let (gateway, client) = start().await;
    gateway.set_balance(10_000);
    for _ in 0..2 {
        let answer = transfer("1", 2_300).call(&client).await.unwrap();
        assert_eq!(answer.out_biz_no.as_deref(), Some("1"));
        assert_eq!(answer.status, Some(TransferStatus::Success));
        assert!(answer.trans_date.is_some());
    }
    assert_eq!(status(&client, "1").await, Some(TransferStatus::Success));
    let account = AccountQuery::new(AccountType::AcctransAccount).alipay_user_id("2088123412341234");
    assert_eq!(account.call(&client).await.unwrap().available_amount, Some(Amount::fen(7_700)));

    let printed = format!("{:?}", transfer("1", 2_300));
    assert!(printed.contains("<secret>") && !printed.contains("hidden"), "{printed}");
}

#[tokio::test]
async fn a_transfer_in_progress_is_not_taken_for_one_that_is_done() {
    let (gateway, client) = start().await;
    let later = Duration::from_secs(30);
    gateway.transfer(Transfer::SucceedsAfter(later));
    assert_eq!(transfer("1", 100).call(&client).await.unwrap().status, Some(TransferStatus::Dealing));
    assert_eq!(status(&client, "1").await, Some(TransferStatus::Dealing));
    gateway.advance(later);
    assert_eq!(status(&client, "1").await, Some(TransferStatus::Success));
}

#[tokio::test]
async fn a_number_that_stands_for_another_transfer_is_to_be_asked_for_first() {
    let (_gateway, client) = start().await;
    transfer("1", 100).call(&client).await.unwrap();
    let error = transfer("1", 200).call(&client).await.unwrap_err();
    let code = error.error_code::<TransUniTransferError>().unwrap();
    assert_eq!(code.retry(), Some(Retry::AfterQuery), "{code}");
}

#[tokio::test]
async fn a_deposit_is_frozen_in_the_app_and_given_back() {
    let (gateway, client) = start().await;
    let freeze = AuthOrderAppFreeze::new("R1", "R1-1", "Deposit", Amount::yuan(99), "PRE_AUTH_ONLINE");
    let text = freeze.order_string(&client).await.unwrap();
    assert!(text.contains("method=alipay.fund.auth.order.app.freeze"), "{text}");
    assert_eq!(gateway.calls().len(), 0);

    gateway.once(
        "alipay.fund.auth.operation.detail.query",
        Reply::success(json!({
            "auth_no": "2014070800002001550000014417", "out_order_no": "R1", "out_request_no": "R1-1",
            "amount": "99.00", "rest_amount": 99, "operation_type": "FREEZE", "status": "SUCCESS",
            "order_status": "AUTHORIZED", "gmt_trans": "2026-11-26 20:00:00",
            "payer_logon_id": "hid***den", "credit_risk_info": { "can_retry": "false", "data": "hidden" },
        })),
    );
    let step = AuthOperationDetailQuery::new().out_order_no("R1").out_request_no("R1-1").call(&client).await.unwrap();
    assert_eq!((&step.status, &step.operation_type), (&Some(OperationStatus::Success), &Some(OperationType::Freeze)));
    assert_eq!(step.order_status, Some(AuthOrderStatus::Authorized));
    assert_eq!((step.amount, step.rest_amount), (Some(Amount::yuan(99)), Some(Amount::yuan(99))));
    assert!(!format!("{:?}", *step).contains("hid"), "{:?}", *step);

    gateway.once(
        "alipay.fund.auth.order.unfreeze",
        Reply::success(json!({ "out_request_no": "R1-2", "amount": "99.00", "status": "SUCCESS" })),
    );
    let auth_no = step.auth_no.clone().unwrap();
    let back = AuthOrderUnfreeze::new(auth_no, "R1-2", Amount::yuan(99), "Over").call(&client).await.unwrap();
    assert_eq!((back.amount, &back.status), (Some(Amount::yuan(99)), &Some(OperationStatus::Success)));
}

#[tokio::test]
async fn a_file_is_sent_with_an_object_beside_it() {
    let (gateway, client) = start().await;
    gateway.once("alipay.open.file.upload", Reply::success(json!({ "file_id": "A*1" })));
    let request = FileUpload::new(Upload::from_bytes("film.mp4", &b"film"[..]))
        .biz_code("content_creation")
        .extra_parameters(FileUploadExtraParam::new().extern_upload("youku"));
    assert_eq!(request.call(&client).await.unwrap().file_id.as_deref(), Some("A*1"));
    let call = gateway.calls().pop().unwrap();
    assert_eq!(call.parameter("biz_code"), Some("content_creation"));
    assert_eq!(call.parameter("extra_parameters"), Some(r#"{"extern_upload":"youku"}"#));
    assert_eq!(call.parameter("biz_content"), None);
    let [file] = call.files() else { panic!("{:?}", call.files()) };
    assert_eq!((file.name(), &file.bytes()[..]), ("file_content", &b"film"[..]));
}
