//! Every declared method, and how it is called.

use alipay_apis::Upload;
use alipay_core::certificate::CertificateBundle;
use alipay_sandbox::demo;

/// Gives a macro a line for each method: how it is called, its request's type, and the request itself where it
/// holds more than JSON can say. Add a line for a method that is new.
macro_rules! every_method {
    ($table:ident) => {
        $table! {
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
            call marketing::MaterialImageUpload = marketing::MaterialImageUpload::new($crate::methods::image(), "PROMO_BRAND_LOGO");
            call offline::MaterialImageUpload = offline::MaterialImageUpload::new("png", "The shop", $crate::methods::image());
            call open::AppAlipaycertDownload = open::AppAlipaycertDownload::new($crate::methods::certificate_number());
            call open::AppQrcodeCreate;
            call open::AuthAppAesGet;
            call open::AuthTokenApp;
            call open::AuthTokenAppQuery;
            call open::FileUpload = open::FileUpload::new($crate::methods::image());
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
    };
}

pub(crate) use every_method;

pub(crate) fn image() -> Upload {
    Upload::from_bytes("image.png", b"\x89PNG\r\n".to_vec())
}

/// The one method whose answer the gateway itself gives.
pub(crate) fn certificate_number() -> String {
    CertificateBundle::parse(demo::ALIPAY_CERTIFICATE).unwrap().first().sn().to_owned()
}
