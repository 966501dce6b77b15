using RecoveryCoP.Hub.Enrolment.Pages;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Hub.Enrolment;

/// <summary>Registers how chapters come to this hub and who lets them in. Needs the feed.</summary>
public static class EnrolmentFeature
{
    /// <summary>Codes, standings, admissions, the operator's pages, and the verbs <c>enrolment-code</c>, <c>chapters</c> and <c>admit</c>.</summary>
    public static IServiceCollection AddEnrolment(this IServiceCollection services) => services
        .AddSchema(typeof(EnrolmentFeature), "Enrolment")
        .AddSingleton<EnrolmentCodes>()
        .AddSingleton<EnrolmentStore>()
        .AddSingleton<Admissions>()
        .AddSingleton<ChapterLetters>()
        .AddPersonalData<EnrolmentData>()
        .AddSingleton<ComingBack>().AddSingleton<IWitnesses>(services => services.GetRequiredService<ComingBack>())
        .AddVerb(EnrolmentVerbs.Code)
        .AddVerb(EnrolmentVerbs.Chapters)
        .AddVerb(EnrolmentVerbs.Admit)
        .AddRefusals(EnrolmentText.Refusals)
        .AddConfirmations(EnrolmentText.Done)
        .AddNavigation(new NavItem(EnrolmentText.NavLabel, PagePath.Of<ChapterListPage>(), Access.Roles(ChapterEnrolment.Operator), 10, NavPlace.LookAfter) { Why = EnrolmentText.WhatFor });
}
