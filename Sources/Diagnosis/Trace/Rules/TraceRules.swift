/// ADD A RULE HERE.
package let traceRules: [any TraceRule] = [
    TracedUntrustedCA(), TracedCertificateDates(), TracedCertificateName(), TracedHandshake(),
    TracedClientCertificate(), TracedSchemeMixUp(), TracedUnreachable(), TracedNameNotResolved(),
    TracedProxyUnreachable(), TracedProxyRefused(), TracedLoginRefused(), TracedTokenServer(), TracedBadChallenge(),
    TracedNotFound(), TracedBadRequest(), TracedServerError(), TracedWebPage(), TracedUnknownType(),
    TracedContentDamaged(), TracedEmptyContent(), TracedSchema1(), TracedPlatform(), TracedLayersUnfit(),
    TracedCutOff(), TracedStall(), TracedNoSpace(), TracedUnpack(), TracedOwnStore(), TracedConfiguration(),
    TracedPolicy(), TracedNobodyAsked(), TracedRuntimeDown(), TracedOther(),
    TracedHostsFileIgnored(), TracedCauseHidden(), TracedNoMirrorAsked(), TracedInterleaved(), TracedNobodyHasIt(),
]
