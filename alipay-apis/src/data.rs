//! `alipay.data.*`: bills. Needs the feature `data`.

use alipay_core::{Api, ApiRequest};

pub mod dataservice_bill_downloadurl_query;

pub use dataservice_bill_downloadurl_query::{
    DataserviceBillDownloadurlQuery, DataserviceBillDownloadurlQueryError, DataserviceBillDownloadurlQueryResponse,
};

pub(crate) const METHODS: &[fn() -> &'static Api] = &[DataserviceBillDownloadurlQuery::api];
