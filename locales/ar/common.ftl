# SPDX-License-Identifier: MIT OR Apache-2.0

### t

locale-name = العربية
common-any-stale = مرحبا
