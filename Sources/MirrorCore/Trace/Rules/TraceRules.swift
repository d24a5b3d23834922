/// ADD A RULE HERE.
package let traceRules: [any TraceRule] = [
    TracedUntrustedCA(), TracedCertificateDates(), TracedCertificateName(), TracedHandshake(),
    TracedClientCertificate(),
    TracedSchemeMixUp(), TracedUnreachable(), TracedNameNotResolved(), TracedLoginRefused(), TracedNotFound(),
    TracedServerError(), TracedWebPage(), TracedContentDamaged(), TracedStall(), TracedNoSpace(),
    TracedHostsFileIgnored(), TracedCauseHidden(), TracedNoMirrorAsked(), TracedInterleaved(), TracedNobodyHasIt(),
]
