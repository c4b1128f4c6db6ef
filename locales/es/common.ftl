# SPDX-License-Identifier: MIT OR Apache-2.0

### t

locale-name = Español
common-any-stale = x
