//! `alipay.marketing.activity.ordervoucher.create`: each rule with values it accepts and refuses, the
//! page's own samples, and requests at random.

mod amounts;
mod answer;
mod draft;
mod gateway;
mod groups;
mod mutations;
mod order;
mod page_sample;
mod page_sample_newer;
mod presence;
mod properties;
mod random;
mod requests;
mod required;
mod values;
