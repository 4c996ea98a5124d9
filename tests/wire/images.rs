//! An image travels beside the signed parameters.

use alipay_apis::Upload;
use alipay_apis::marketing::voucher::{BelongMerchantInfo, BusinessType, MerchantAccessMode, MerchantIdType};
use alipay_apis::marketing::{MaterialImageUpload, MaterialImageUploadError};
use alipay_core::{ErrorCode, Retry};
use alipay_sandbox::{Gateway, Reply};
use serde_json::json;

const METHOD: &str = "alipay.marketing.material.image.upload";

#[tokio::test]
async fn an_image_is_sent_with_what_it_is_for() {
    let gateway = Gateway::start_demo().await.unwrap();
    let client = gateway.demo_client().build().unwrap();
    gateway.once(
        METHOD,
        Reply::success(json!({ "resource_id": "A*mFIcTrGrlmMAAAAAAAAAAAAADvB1AQ", "resource_enhance": "false" })),
    );
    let merchant = BelongMerchantInfo::new()
        .business_type(BusinessType::IsvForMerchant)
        .merchant_id_type(MerchantIdType::Pid)
        .merchant_id("2088102111111111");
    let request = MaterialImageUpload::new(Upload::from_bytes("logo.png", &b"\x89PNG"[..]), "PROMO_BRAND_LOGO")
        .belong_merchant_info(merchant)
        .merchant_access_mode(MerchantAccessMode::AgencyMode);
    assert_eq!(request.review(), []);
    let answer = request.call(&client).await.unwrap();
    assert_eq!(answer.resource_id.as_deref(), Some("A*mFIcTrGrlmMAAAAAAAAAAAAADvB1AQ"));
    assert_eq!(answer.resource_enhance, Some(false));

    let call = gateway.calls().pop().unwrap();
    assert_eq!(call.parameter("file_key"), Some("PROMO_BRAND_LOGO"));
    assert_eq!(call.parameter("merchant_access_mode"), Some("AGENCY_MODE"));
    let merchant = r#"{"business_type":"ISV_FOR_MERCHANT","merchant_id_type":"PID","merchant_id":"2088102111111111"}"#;
    assert_eq!(call.parameter("belong_merchant_info"), Some(merchant));
    assert_eq!(call.parameter("biz_content"), None);
    let [file] = call.files() else { panic!("{:?}", call.files()) };
    assert_eq!((file.name(), &file.bytes()[..]), ("file_content", &b"\x89PNG"[..]));
}

#[tokio::test]
async fn an_image_that_is_too_large_stays_here() {
    let gateway = Gateway::start_demo().await.unwrap();
    let client = gateway.demo_client().build().unwrap();
    let image = |bytes| Upload::from_bytes("logo.png", vec![0; bytes]);
    assert!(MaterialImageUpload::new(image(2_097_152), "PROMO_BRAND_LOGO").validate().is_ok());
    assert!(MaterialImageUpload::new(image(2_097_153), "PROMO_BRAND_LOGO").call(&client).await.is_err());
    assert_eq!(gateway.calls().len(), 0);

    gateway.once(METHOD, Reply::business_error("PIC_SUFFIX_ILLEGAL", "图片后缀不合法"));
    let error = MaterialImageUpload::new(image(1), "PROMO_BRAND_LOGO").call(&client).await.unwrap_err();
    let code = error.error_code::<MaterialImageUploadError>().unwrap();
    assert_eq!((code.retry(), &code), (Some(Retry::FixInput), &MaterialImageUploadError::PicSuffixIllegal));
}
