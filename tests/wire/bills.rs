//! A bill: its link is asked for, and what it leads to is fetched.

use alipay_apis::data::DataserviceBillDownloadurlQuery;
use alipay_apis::data::dataservice_bill_downloadurl_query::{
    BillFileCode, BillType, DataserviceBillDownloadurlQueryError, LinkScheme,
};
use alipay_core::{DownloadError, ErrorCode, Retry};
use alipay_sandbox::{Gateway, Reply};
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

const METHOD: &str = "alipay.data.dataservice.bill.downloadurl.query";

#[tokio::test]
async fn a_bill_is_fetched_by_its_link() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let host = listener.local_addr().unwrap().to_string();
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        assert!(stream.read(&mut [0; 4096]).await.unwrap() > 0);
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nzip").await.unwrap();
    });
    let gateway = Gateway::start_demo().await.unwrap();
    let client = gateway.demo_client().build().unwrap();
    let link = format!("http://{host}/downloadBillFile.resource?bizType=trade&token=hidden");
    gateway.once(METHOD, Reply::success(json!({ "bill_download_url": link })));

    let query = DataserviceBillDownloadurlQuery::new(BillType::Trade, "2026-11-25").secure(LinkScheme::Https);
    let answer = query.call(&client).await.unwrap();
    assert!(!format!("{answer:?}").contains("hidden"), "{answer:?}");
    let sent = gateway.calls().pop().unwrap();
    assert_eq!(sent.biz_content(), json!({ "bill_type": "trade", "bill_date": "2026-11-25", "secure": "true" }));

    let path = std::env::temp_dir().join(format!("alipay-bill-{}.zip", std::process::id()));
    let link = answer.bill_download_url.as_deref().unwrap();
    // A signed answer does not make a strange host one of Alipay's.
    let error = client.download(link, &path).await.unwrap_err();
    assert!(matches!(error.download(), Some(DownloadError::Link(_))), "{error:?}");
    assert!(!path.exists());

    let bill = client.download(link, &path).also_from(host).await.unwrap();
    assert_eq!(bill.len(), 3);
    assert_eq!(std::fs::read(&path).unwrap(), b"zip");
    std::fs::remove_file(&path).unwrap();
    server.await.unwrap();
}

#[tokio::test]
async fn there_may_be_no_bill() {
    let gateway = Gateway::start_demo().await.unwrap();
    let client = gateway.demo_client().build().unwrap();
    let query = DataserviceBillDownloadurlQuery::new(BillType::Signcustomer, "2026-10");

    gateway.once(METHOD, Reply::success(json!({ "bill_file_code": "EMPTY_DATA_WITH_BILL_FILE" })));
    let answer = query.call(&client).await.unwrap();
    assert_eq!(answer.bill_download_url, None);
    assert_eq!(answer.bill_file_code, Some(BillFileCode::EmptyDataWithBillFile));

    // As the platform spells it.
    gateway.once(METHOD, Reply::business_error("INVAILID_ARGUMENTS", "入参不合法"));
    let error = query.call(&client).await.unwrap_err();
    let code = error.error_code::<DataserviceBillDownloadurlQueryError>().unwrap();
    assert_eq!(code, DataserviceBillDownloadurlQueryError::InvalidArguments);
    assert_eq!(code.retry(), Some(Retry::FixInput));
}
