def sub(f,ps):
    t=open(f).read()
    for x,y in ps:
        assert t.count(x)==1,(x,t.count(x)); t=t.replace(x,y)
    open(f,'w').write(t)
sub('a.py',[("and read the source of the event loop. I learnt","and read the event loop's source. I learnt"),
 ("and the fault has not come back since. My","and the fault has not come back. My"),
 ("a site with two hundred stations was opening the next Monday","a large new site was opening the next Monday")])
sub('b.py',[("Think of a flat that several people live in, with no single tenant in charge. Everyone has a key.","Say the value is a flat that several people own together. Everyone has a key."),
 ("Cutting another key doesn't build another flat. That's what both are for. With","Cutting another key doesn't build another flat. With"),
 ("That safer way of writing takes a little longer each time, so if there's just one worker","That safer writing takes a little longer, so if there's just one worker"),
 ("The flat gets cleared out" if False else "so it's only good while one worker at a time does everything,","so it's only good while one worker does everything,"),
 ("several places hold on to the same object and it stays","several places own the same object and it stays"),
 ("which several threads may hold because it counts with atomics.","which several threads may hold because it is built on atomics.")])
