using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.PersonalData;

/// <summary>What the page of one's data says, and the file.</summary>
internal static class PersonalDataText
{
    public static Text Title => new("Mes données", "My data");
    public static Text Why => new("Tout ce qui est gardé sur vous, en un fichier.", "Everything kept about you, in one file.");
    public static Text Lead => new("Tout ce qui est gardé sur vous ici, tel quel, tout de suite. Vous n’avez rien à expliquer.", "Everything kept about you here, as it stands, right away. You need not explain anything.");
    public static Text Inside => new("Ce que le fichier contient", "What is in the file");
    public static Text InsideWhy => new("C’est une archive ZIP. Ouvrez-y d’abord «\u00a0lisez-moi.html\u00a0», qui se lit comme une page. Les mêmes choses y sont aussi en JSON et en CSV, pour les apporter ailleurs.", "It is a ZIP archive. Open “readme.html” in it first; it reads like a page. The same things are also there as JSON and CSV, so that you can take them elsewhere.");
    public static Text Parts => new("Les {0} parties, une à une", "The {0} parts, one by one");
    public static Text LeftOut => new("Ce qui n’y est pas, et pourquoi", "What is not in it, and why");
    public static Text Shared => new("Sur un appareil partagé, ne laissez pas le fichier derrière vous\u00a0: il dit que vous êtes ici, et tout ce que vous y avez écrit.", "On a shared device, do not leave the file behind: it says that you are here, and everything you wrote.");
    public static Text Noted => new("Votre demande est notée dans le journal des accès. Le fichier n’est gardé nulle part.", "Your request is noted in the access log. The file is kept nowhere.");
    public static Text Take => new("Télécharger mes données", "Download my data");
    public static Text FileName => new("mes-donnees.zip", "my-data.zip");

    public static Text PageTitle => new("Ce qui est gardé sur vous", "What is kept about you");
    public static Text PageLead => new("Tel que c’était le {0}. Chaque partie est aussi dans un fichier JSON et dans un fichier CSV du même nom.", "As it was on {0}. Each part is also in a JSON file and in a CSV file of the same name.");
    public static Text Others => new("Ce fichier parle de vous seulement\u00a0: ce que d’autres ont écrit y est quand cela vous est adressé ou parle de vous, sans leur nom.", "This file is about you alone: what others wrote is in it where it was written to you or about you, without their names.");
    public static Text Nothing => new("Rien de vous n’est gardé là", "Nothing of yours is kept there");
    public static Text Cut => new("Seules les {0} premières lignes sont ici. Pour la suite, écrivez à la personne responsable de la vie privée.", "Only the first {0} rows are here. For the rest, write to the person in charge of privacy.");
    public static Text Yes => new("Oui", "Yes");
    public static Text No => new("Non", "No");

    public static Text Path => PagePath.Of<Pages.MyDataPage>();
}
