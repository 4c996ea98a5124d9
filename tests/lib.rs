//! Nothing: the tests stand in the folders beside this file, a folder a test target.
