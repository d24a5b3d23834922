import MirrorCore
import MirrorSystem
import Operations
import TestSupport
import Testing

@Suite struct AuditJobTests {}
